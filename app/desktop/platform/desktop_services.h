// SPDX-License-Identifier: GPL-3.0-or-later
// Services of other desktop programs: file manager, notifications, burning.

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

class QObject;

namespace cloop::desktop {

/// Shows the file in the file manager by D-Bus, from a sandbox by the portal; if none answers, opens its folder. `failed`: called where that
/// fails too, unless `context` is gone.
void showInFolder(const QString &path, QObject *context, std::function<void(const QString &folder)> failed);

/// Opens a folder in the file manager. False where there is none.
bool openFolder(const QString &folder);

/// Opens the book, which lies beside the running program, in a browser. False where there is none, or no book.
bool openBook();

/// Shows a desktop notification, from a sandbox by the portal.
void notify(const QString &title, const QString &text);

/// A program that writes an ISO to a disc.
struct Burner {
    QString name;
    QString program;  ///< its path
    QStringList arguments;
};

/// The installed burning programs for this ISO, graphical ones first.
QList<Burner> findBurners(const QString &iso);

/// A shell command that burns the ISO.
QString burnCommand(const QString &iso);

/// Starts it detached. False on failure.
bool startBurner(const Burner &burner);

/// Whether QEMU is installed, which starts a disc as a computer would.
bool canStartMachine();

/// Starts a disc in a window of its own, detached. False on failure.
bool startInMachine(const QString &iso);

} // namespace cloop::desktop
