// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs of the desktop do for this one.

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace cloop::desktop {

/// Opens the file manager with the file chosen; where none answers, the folder as the system opens folders.
void showInFolder(const QString &path);

/// A message of the desktop's own, for a person who does not look at the window.
void notify(const QString &title, const QString &text);

/// A program that writes an ISO to a disc.
struct Burner {
    QString name;
    QString program;  ///< its path
    QStringList arguments;
};

/// Those that are installed, for this ISO; those with a window first.
QList<Burner> findBurners(const QString &iso);

/// The command that burns it by hand.
QString burnCommand(const QString &iso);

/// Starts it apart from this program. False where that fails.
bool startBurner(const Burner &burner);

} // namespace cloop::desktop
