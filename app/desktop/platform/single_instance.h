// SPDX-License-Identifier: GPL-3.0-or-later
// One program for a session: a second start hands its files to the first and ends.

#pragma once

#include <QObject>
#include <QStringList>

namespace cloop::desktop {

/// Owns the program's name on the session bus and answers as org.freedesktop.Application. Without a bus it stands alone.
class SingleInstance final : public QObject {
    Q_OBJECT

public:
    explicit SingleInstance(QObject *parent = nullptr);

    /// Hands `paths`, or else an action of the desktop file, to the one that runs already. False where none does: then this is the one
    /// from now on.
    bool handOver(const QStringList &paths, const QString &action);

signals:
    /// Another start: the window is to come to the front.
    void raiseWanted(const QString &activationToken);
    void openWanted(const QString &path);
    void actionWanted(const QString &action);

private:
    friend class ApplicationAdaptor;
};

} // namespace cloop::desktop
