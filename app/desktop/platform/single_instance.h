// SPDX-License-Identifier: GPL-3.0-or-later
// One instance per session: a second start passes its files to the first and exits.

#pragma once

#include <QObject>
#include <QStringList>

namespace cloop::desktop {

/// Owns the program's name on the session bus and implements org.freedesktop.Application. Without a bus, each start is a first one.
class SingleInstance final : public QObject {
    Q_OBJECT

public:
    explicit SingleInstance(QObject *parent = nullptr);

    /// Passes `paths`, or an action of the desktop file, to the running instance. False if there is none: this becomes the first.
    bool handOver(const QStringList &paths, const QString &action);

signals:
    /// Another start wants the window in front.
    void raiseWanted(const QString &activationToken);
    void openWanted(const QString &path);
    void actionWanted(const QString &action);

private:
    friend class ApplicationAdaptor;
};

} // namespace cloop::desktop
