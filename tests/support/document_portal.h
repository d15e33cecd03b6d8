// SPDX-License-Identifier: GPL-3.0-or-later
// The real document portal, xdg-document-portal, on the session bus of the test, with its files in a runtime folder of the test's own.

#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusReply>
#include <QDBusUnixFileDescriptor>
#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

namespace cloop::test {

class DocumentPortal {
public:
    /// `runtime`: becomes XDG_RUNTIME_DIR of the test too.
    explicit DocumentPortal(const QString &runtime) : runtime_(runtime) {
        qputenv("XDG_RUNTIME_DIR", runtime.toUtf8());
        // The bus starts the portal.
        QDBusMessage environment = busCall("UpdateActivationEnvironment");
        environment << QVariant::fromValue(QMap<QString, QString>{{"XDG_RUNTIME_DIR", runtime}});
        qDBusRegisterMetaType<QMap<QString, QString>>();
        QDBusConnection::sessionBus().call(environment);
        isRunning_ = call("GetMountPoint", {}).type() == QDBusMessage::ReplyMessage;
    }
    ~DocumentPortal() {
        // Its file system goes with it.
        QDBusMessage who = busCall("GetConnectionUnixProcessID");
        who << "org.freedesktop.portal.Documents";
        if (const QDBusReply<uint> pid = QDBusConnection::sessionBus().call(who); pid.isValid()) ::kill(pid_t(pid.value()), SIGTERM);
        (void)QTest::qWaitFor([&] { return QDir(runtime_ + "/doc").isEmpty(); }, 10'000);
    }

    bool isRunning() const { return isRunning_; }

    /// As a dialog for saving gives it: the path under which a program may write that file, and no other.
    QString give(const QString &path) const {
        const QDBusUnixFileDescriptor folder = opened(QFileInfo(path).path());
        const QDBusReply<QString> id = call("AddNamed", {QVariant::fromValue(folder), QFileInfo(path).fileName().toUtf8() + '\0', true, false});
        return id.isValid() ? pathOf(id.value(), path) : QString();
    }

    /// As a dialog for choosing a folder gives it.
    QString giveFolder(const QString &path) const {
        constexpr uint reuse = 1, directory = 8;
        const QDBusMessage answer =
            call("AddFull", {QVariant::fromValue(QList<QDBusUnixFileDescriptor>{opened(path)}), reuse | directory, QString(), QStringList()});
        const QStringList ids = answer.arguments().value(0).toStringList();
        return ids.isEmpty() ? QString() : pathOf(ids.first(), path);
    }

private:
    static QDBusUnixFileDescriptor opened(const QString &path) {
        const int fd = ::open(path.toUtf8().constData(), O_PATH | O_CLOEXEC);
        const QDBusUnixFileDescriptor kept(fd);
        ::close(fd);
        return kept;
    }
    static QDBusMessage busCall(const QString &method) {
        return QDBusMessage::createMethodCall("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method);
    }
    static QDBusMessage call(const QString &method, const QVariantList &arguments) {
        QDBusMessage message = QDBusMessage::createMethodCall("org.freedesktop.portal.Documents", "/org/freedesktop/portal/documents",
                                                              "org.freedesktop.portal.Documents", method);
        message.setArguments(arguments);
        return QDBusConnection::sessionBus().call(message);
    }
    QString pathOf(const QString &id, const QString &path) const { return runtime_ + "/doc/" + id + '/' + QFileInfo(path).fileName(); }

    QString runtime_;
    bool isRunning_ = false;
};

} // namespace cloop::test
