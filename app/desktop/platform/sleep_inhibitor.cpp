// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sleep_inhibitor.h"

#include "platform/names.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <functional>

namespace cloop::desktop {

namespace {

constexpr uint logout = 1, suspend = 4;  // of org.freedesktop.portal.Inhibit, and of org.gnome.SessionManager

QDBusMessage portalCall(const QString &path, const QString &interface, const QString &method) {
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.portal.Desktop"), path, interface, method);
}

QDBusMessage sessionCall(const QString &method) {
    return QDBusMessage::createMethodCall(QStringLiteral("org.gnome.SessionManager"), QStringLiteral("/org/gnome/SessionManager"),
                                          QStringLiteral("org.gnome.SessionManager"), method);
}

/// `take`: gets the answer, also an error.
template <class Reply> void ask(const QDBusConnection &bus, const QDBusMessage &call, QObject *parent, std::function<void(const Reply &)> take) {
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), parent);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, parent, [take](QDBusPendingCallWatcher *done) {
        take(*done);
        done->deleteLater();
    });
}

} // namespace

SleepInhibitor::~SleepInhibitor() { release(); }

void SleepInhibitor::hold(const QString &reason) {
    const bool wasHolding = isHolding();
    reason_ = reason;
    if (wasHolding == isHolding()) return;
    if (wasHolding) {
        release();
        return;
    }
    askLogind();
    askPortal();
}

void SleepInhibitor::askLogind() {
    QDBusMessage lock = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
                                                       QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("Inhibit"));
    lock << QStringLiteral("sleep:shutdown") << QStringLiteral("Cloopsmith") << reason_ << QStringLiteral("block");
    ask<QDBusPendingReply<QDBusUnixFileDescriptor>>(QDBusConnection::systemBus(), lock, this, [this](const auto &reply) {
        // If the job has ended meanwhile, the descriptor is closed, which releases the lock.
        if (reply.isValid() && isHolding()) lock_ = reply.value();
    });
}

void SleepInhibitor::askPortal() {
    QDBusMessage call =
        portalCall(QStringLiteral("/org/freedesktop/portal/desktop"), QStringLiteral("org.freedesktop.portal.Inhibit"), QStringLiteral("Inhibit"));
    call << QString() << (logout | suspend) << QVariantMap{{QStringLiteral("reason"), reason_}};
    ask<QDBusPendingReply<QDBusObjectPath>>(QDBusConnection::sessionBus(), call, this, [this](const auto &reply) {
        if (!reply.isValid()) {
            if (isHolding()) askSessionManager();
        } else if (!isHolding() || !portalRequest_.isEmpty()) {
            // The job has ended meanwhile, or another request was granted.
            closePortalRequest(reply.value().path());
        } else {
            portalRequest_ = reply.value().path();
        }
    });
}

void SleepInhibitor::askSessionManager() {
    QDBusMessage call = sessionCall(QStringLiteral("Inhibit"));
    call << applicationId() << uint(0) << reason_ << (logout | suspend);
    ask<QDBusPendingReply<quint32>>(QDBusConnection::sessionBus(), call, this, [this](const auto &reply) {
        if (!reply.isValid()) return;
        if (!isHolding() || cookie_) uninhibit(reply.value());
        else cookie_ = reply.value();
    });
}

void SleepInhibitor::release() {
    lock_ = {};
    if (!portalRequest_.isEmpty()) closePortalRequest(std::exchange(portalRequest_, {}));
    if (cookie_) uninhibit(*std::exchange(cookie_, std::nullopt));
}

void SleepInhibitor::closePortalRequest(const QString &request) {
    QDBusConnection::sessionBus().send(portalCall(request, QStringLiteral("org.freedesktop.portal.Request"), QStringLiteral("Close")));
}

void SleepInhibitor::uninhibit(quint32 cookie) {
    QDBusMessage call = sessionCall(QStringLiteral("Uninhibit"));
    call << cookie;
    QDBusConnection::sessionBus().send(call);
}

} // namespace cloop::desktop
