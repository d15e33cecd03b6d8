// SPDX-License-Identifier: GPL-3.0-or-later
// Prevents sleep, shutdown and log-out while a job works.

#pragma once

#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace cloop::desktop {

/// Uses systemd-logind (sleep, shutdown) and the session's portal (log-out); either may be missing.
class SleepInhibitor final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// `reason`: for the desktop to show. Empty: releases the inhibition.
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
