// SPDX-License-Identifier: GPL-3.0-or-later
// Prevents sleep, shutdown and log-out while a job works.

#pragma once

#include <QDBusUnixFileDescriptor>
#include <QObject>

#include <optional>

namespace cloop::desktop {

/// Uses systemd-logind (sleep, shutdown) and, for the log-out, the session's portal, or where that does not answer the session manager itself
/// (GNOME, MATE, Cinnamon, Budgie). Any of them may be missing.
class SleepInhibitor final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~SleepInhibitor() override;

    /// `reason`: for the desktop to show. Empty: releases the inhibition.
    void hold(const QString &reason);

    bool isHolding() const { return !reason_.isEmpty(); }

private:
    void askLogind();
    void askPortal();
    void askSessionManager();
    void release();
    static void closePortalRequest(const QString &request);
    static void uninhibit(quint32 cookie);

    QString reason_;
    QDBusUnixFileDescriptor lock_;  ///< logind's: held as long as it is open
    QString portalRequest_;
    std::optional<quint32> cookie_; ///< the session manager's
};

} // namespace cloop::desktop
