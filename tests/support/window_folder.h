// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of images, and user actions in the window.

#pragma once

#include "support/command_folder.h"
#include "views/main_window.h"

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
