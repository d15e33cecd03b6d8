// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sleep_inhibitor.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace cloop::desktop {

namespace {

constexpr uint logout = 1, suspend = 4;  // of org.freedesktop.portal.Inhibit

} // namespace

void SleepInhibitor::hold(const QString &reason) {
    if (reason.isEmpty() == reason_.isEmpty()) {
        reason_ = reason;
        return;
    }
    reason_ = reason;
    if (reason.isEmpty()) {
        release();
        return;
    }
    QDBusMessage lock = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
                                                       QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("Inhibit"));
    lock << QStringLiteral("sleep:shutdown") << QStringLiteral("Cloopsmith") << reason << QStringLiteral("block");
    auto *locked = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(lock), this);
    connect(locked, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *call) {
        // If the job has ended meanwhile, the descriptor is closed, which releases the lock.
        if (const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *call; reply.isValid() && isHolding()) lock_ = reply.value();
        call->deleteLater();
    });
    QDBusMessage portal =
        QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/org/freedesktop/portal/desktop"),
                                       QStringLiteral("org.freedesktop.portal.Inhibit"), QStringLiteral("Inhibit"));
    portal << QString() << (logout | suspend) << QVariantMap{{QStringLiteral("reason"), reason}};
    auto *asked = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(portal), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *call) {
        if (const QDBusPendingReply<QDBusObjectPath> reply = *call; reply.isValid()) {
            // If the job has ended meanwhile, or another request was granted, close this one.
            if (!isHolding() || !portalRequest_.isEmpty()) close(reply.value().path());
            else portalRequest_ = reply.value().path();
        }
        call->deleteLater();
    });
}

void SleepInhibitor::release() {
    lock_ = {};
    if (!portalRequest_.isEmpty()) close(std::exchange(portalRequest_, {}));
}

void SleepInhibitor::close(const QString &request) {
    QDBusConnection::sessionBus().send(QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.portal.Desktop"), request,
                                                                      QStringLiteral("org.freedesktop.portal.Request"), QStringLiteral("Close")));
}

} // namespace cloop::desktop
