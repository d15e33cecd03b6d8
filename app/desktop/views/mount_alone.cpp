// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/mount_alone.h"

#include "jobs/mounts.h"
#include "platform/desktop_services.h"
#include "text/sentences.h"

#include <QApplication>
#include <QFileInfo>
#include <QMessageBox>

namespace cloop::desktop {

namespace {

void warn(const QString &sentence) { QMessageBox::warning(nullptr, QCoreApplication::translate("main", "Cloopsmith"), sentence); }

void showFolder(const QString &folder) {
    if (!openFolder(folder)) warn(noFileManagerText(folder));
}

} // namespace

int mountAlone(const QString &path) {
    QApplication::setQuitOnLastWindowClosed(false);
    Mounts mounts;
    int status = 0;
    QObject::connect(&mounts, &Mounts::mounted, &mounts, [](const QString &, const Mounted &mounted) {
        showFolder(nameText(mounted.folder));
        QApplication::quit();
    });
    QObject::connect(&mounts, &Mounts::failed, &mounts, [&status](const QString &, const Error &error) {
        if (error.code == ErrorCode::already_mounted) {
            showFolder(nameText(error.detail));
        } else {
            status = 1;
            warn(sentenceOf(error));
        }
        QApplication::quit();
    });
    mounts.mount(QFileInfo(path).absoluteFilePath());
    QApplication::exec();
    return status;
}

} // namespace cloop::desktop
