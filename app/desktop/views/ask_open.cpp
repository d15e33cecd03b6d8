// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/ask_open.h"

#include "jobs/lookout.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace cloop::desktop {

namespace {

using namespace std::chrono_literals;

/// None that does not answer soon, as on a network mount that is gone.
bool isThere(const QString &folder) {
    bool isFolder = false;
    Lookout lookout;
    lookout.start([folder] { return QFileInfo(folder).isDir(); }, [&isFolder](bool isNow) { isFolder = isNow; }, 300ms);
    return isFolder;
}

QString folderKey() { return QStringLiteral("folder"); }

/// The folder that holds what was chosen: the next thing may lie beside it.
QString remembered(const QString &chosen) {
    if (!chosen.isEmpty()) QSettings().setValue(folderKey(), QFileInfo(chosen).absolutePath());
    return chosen;
}

} // namespace

QString lastFolder() {
    for (const QString &folder : {QSettings().value(folderKey()).toString(), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)})
        if (!folder.isEmpty() && isThere(folder)) return folder;
    return QDir::homePath();
}

QString askOpenFile(QWidget *parent, const QString &title, const QString &filter) {
    return remembered(QFileDialog::getOpenFileName(parent, title, lastFolder(), filter));
}

QString askOpenFolder(QWidget *parent, const QString &title) {
    return remembered(QFileDialog::getExistingDirectory(parent, title, lastFolder()));
}

} // namespace cloop::desktop
