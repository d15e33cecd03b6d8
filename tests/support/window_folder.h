// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of images, and user actions in the window.

#pragma once

#include "support/command_folder.h"
#include "views/main_window.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

namespace cloop::test {

class WindowFolder : public CommandFolder {
public:
    WindowFolder(const QString &bin_dir, const QString &vectors) : CommandFolder(bin_dir, vectors) {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName("Cloopsmith tests");
        QSettings().clear();
    }

    /// Of the folder "tree": tree.cloop and tree.iso, hurt.cloop with three damaged blocks, and disc.iso with the image on it.
    bool make_images() const {
        bool isMade = cloop({"create", "tree", "tree.cloop", "-B", "4K"}).status == 0 && cloop({"extract", "tree.cloop", "tree.iso"}).status == 0;
        QByteArray bytes = read_file(file("tree.cloop"));
        for (const int at : {200'000, 400'000, 600'000}) bytes[at] = char(bytes[at] ^ 0x55);
        isMade = isMade && write_file(file("hurt.cloop"), bytes) && QDir(path()).mkpath("disc/KNOPPIX");
        return isMade && QFile::copy(file("tree.cloop"), file("disc/KNOPPIX/KNOPPIX")) &&
               run("xorriso", {"-as", "mkisofs", "-quiet", "-R", "-o", file("disc.iso"), file("disc")}).status == 0;
    }

    /// Gives a file to the window and waits until it is open or refused.
    bool take(desktop::MainWindow &window, const QString &name) const {
        QSignalSpy taken(&window, &desktop::MainWindow::taken);
        window.take(file(name));
        return taken.wait(30'000);
    }

    /// Whether the window accepts the drop; an accepted file is open on return.
    bool drop(desktop::MainWindow &window, const QList<QUrl> &urls) const {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        if (!enter.isAccepted()) return false;
        QSignalSpy taken(&window, &desktop::MainWindow::taken);
        QDropEvent dropped(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &dropped);
        return taken.wait(30'000);
    }
    bool drop(desktop::MainWindow &window, const QString &name) const { return drop(window, {QUrl::fromLocalFile(file(name))}); }
};

} // namespace cloop::test
