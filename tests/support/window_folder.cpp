// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/window_folder.h"

#include <QApplication>
#include <QCursor>
#include <QDir>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>

namespace cloop::test {

WindowFolder::WindowFolder(const QString &bin_dir, const QString &vectors) : CommandFolder(bin_dir, vectors) {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("Cloopsmith tests");
    QSettings().clear();
    // Outside the window, because what is under the pointer looks different, and the pointer begins in the middle.
    QCursor::setPos(QGuiApplication::primaryScreen()->geometry().bottomRight());
}

void WindowFolder::forget_checks() const {
    QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/checks").removeRecursively();
}

bool WindowFolder::make_images() const {
    bool isMade = cloop({"create", "tree", "tree.cloop", "-B", "4K"}).status == 0 && cloop({"extract", "tree.cloop", "tree.iso"}).status == 0;
    QByteArray bytes = read_file(file("tree.cloop"));
    for (const int at : {200'000, 400'000, 600'000}) bytes[at] = char(bytes[at] ^ 0x55);
    isMade = isMade && write_file(file("hurt.cloop"), bytes) && QDir(path()).mkpath("disc/KNOPPIX");
    return isMade && QFile::copy(file("tree.cloop"), file("disc/KNOPPIX/KNOPPIX")) &&
           run("xorriso", {"-as", "mkisofs", "-quiet", "-R", "-o", file("disc.iso"), file("disc")}).status == 0;
}

bool WindowFolder::take(desktop::MainWindow &window, const QString &name) const {
    QSignalSpy taken(&window, &desktop::MainWindow::taken);
    window.take(file(name));
    return taken.wait(30'000);
}

bool WindowFolder::drop(desktop::MainWindow &window, const QList<QUrl> &urls) const {
    QMimeData data;
    data.setUrls(urls);
    return drop(window, data);
}

bool WindowFolder::drop(desktop::MainWindow &window, const QMimeData &data) const {
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    if (!enter.isAccepted()) return false;
    QSignalSpy taken(&window, &desktop::MainWindow::taken);
    QDropEvent dropped(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &dropped);
    return taken.wait(30'000);
}

} // namespace cloop::test
