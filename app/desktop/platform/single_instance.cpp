// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/single_instance.h"

#include "platform/names.h"

#include <QDBusAbstractAdaptor>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QFileInfo>
#include <QUrl>
#include <QVariantMap>

namespace cloop::desktop {

namespace {

QString objectPath() { return QStringLiteral("/org/cloopsmith/Cloopsmith"); }
QString interfaceName() { return QStringLiteral("org.freedesktop.Application"); }

QString tokenOf(const QVariantMap &platformData) {
    const QString token = platformData.value(QStringLiteral("activation-token")).toString();
    return token.isEmpty() ? platformData.value(QStringLiteral("desktop-startup-id")).toString() : token;
}

} // namespace

/// The interface of the Desktop Entry Specification, "D-Bus Activation".
class ApplicationAdaptor final : public QDBusAbstractAdaptor {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")

public:
    explicit ApplicationAdaptor(SingleInstance *instance) : QDBusAbstractAdaptor(instance), instance_(instance) {}

public slots:
    void Activate(const QVariantMap &platformData) { emit instance_->raiseWanted(tokenOf(platformData)); }
    void Open(const QStringList &uris, const QVariantMap &platformData) {
        emit instance_->raiseWanted(tokenOf(platformData));
        for (const QString &uri : uris) emit instance_->openWanted(QUrl(uri).isLocalFile() ? QUrl(uri).toLocalFile() : uri);
    }
    void ActivateAction(const QString &action, const QVariantList &, const QVariantMap &platformData) {
        emit instance_->raiseWanted(tokenOf(platformData));
        emit instance_->actionWanted(action);
    }

private:
    SingleInstance *instance_;
};

SingleInstance::SingleInstance(QObject *parent) : QObject(parent) { new ApplicationAdaptor(this); }

bool SingleInstance::handOver(const QStringList &paths, const QString &action) {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return false;
    bus.registerObject(objectPath(), this);
    if (bus.registerService(applicationId())) return false;
    QStringList uris;
    for (const QString &path : paths) uris << QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()).toString();
    QVariantMap platformData;
    if (const QString token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN"); !token.isEmpty())
        platformData[QStringLiteral("activation-token")] = token;
    const QString method = !paths.isEmpty()    ? QStringLiteral("Open")
                           : !action.isEmpty() ? QStringLiteral("ActivateAction")
                                               : QStringLiteral("Activate");
    QDBusMessage call = QDBusMessage::createMethodCall(applicationId(), objectPath(), interfaceName(), method);
    if (!paths.isEmpty()) call << uris;
    else if (!action.isEmpty()) call << action << QVariantList();
    call << platformData;
    // With a timeout, so that this instance shows a window if the first one hangs.
    return bus.call(call, QDBus::Block, 5000).type() == QDBusMessage::ReplyMessage;
}

} // namespace cloop::desktop

#include "single_instance.moc"
