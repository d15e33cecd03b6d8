// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the machine from going to sleep and the session from ending while something works.

#pragma once

#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace cloop::desktop {

/// Asks systemd-logind (sleep, shutdown) and the session's portal (log-out); where one is missing, the other is enough.
class SleepInhibitor final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// `reason`: shown by the desktop to a person who asks why. Empty: nothing is held any more.
    void hold(const QString &reason);

    bool isHolding() const { return !reason_.isEmpty(); }

private:
    void release();
    static void close(const QString &request);

    QString reason_;
    QDBusUnixFileDescriptor lock_;  ///< logind's: held as long as it is open
    QString portalRequest_;
};

} // namespace cloop::desktop
