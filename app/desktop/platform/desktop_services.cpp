// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/desktop_services.h"

#include "platform/names.h"
#include "platform/sandbox.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>
#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QProcess>
#include <QStandardPaths>
#include <QUrl>
#include <QVariantMap>

#include <fcntl.h>
#include <unistd.h>

namespace cloop::desktop {

namespace {

const QString machineProgram = QStringLiteral("qemu-system-x86_64");

QDBusMessage portalCall(const QString &interface, const QString &method) {
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/org/freedesktop/portal/desktop"),
                                          QStringLiteral("org.freedesktop.portal.") + interface, method);
}

/// Asks for the file to be shown among the others of its folder.
QDBusMessage showCall(const QFileInfo &info) {
    if (!isSandboxed()) {
        QDBusMessage call =
            QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("/org/freedesktop/FileManager1"),
                                           QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("ShowItems"));
        call << QStringList{QUrl::fromLocalFile(info.absoluteFilePath()).toString()} << QString();
        return call;
    }
    const int fd = ::open(QFile::encodeName(info.absoluteFilePath()).constData(), O_RDONLY | O_CLOEXEC);
    QDBusMessage call = portalCall(QStringLiteral("OpenURI"), QStringLiteral("OpenDirectory"));
    call << QString() << QVariant::fromValue(QDBusUnixFileDescriptor(fd)) << QVariantMap();
    if (fd >= 0) ::close(fd);
    return call;
}

} // namespace

void showInFolder(const QString &path, QObject *context, std::function<void(const QString &)> failed) {
    const QFileInfo info(path);
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(showCall(info)));
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher,
                     [folder = info.absolutePath(), context = QPointer(context), failed = std::move(failed)](QDBusPendingCallWatcher *done) {
                         if (done->isError() && !openFolder(folder) && context) failed(folder);
                         done->deleteLater();
                     });
}

bool openBook() {
    const QFileInfo book(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/doc/cloopsmith/html/index.html"));
    return book.exists() && QDesktopServices::openUrl(QUrl::fromLocalFile(book.canonicalFilePath()));
}

bool openFolder(const QString &folder) { return QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }

void notify(const QString &title, const QString &text) {
    if (isSandboxed()) {
        QDBusMessage call = portalCall(QStringLiteral("Notification"), QStringLiteral("AddNotification"));
        call << title << QVariantMap{{QStringLiteral("title"), title}, {QStringLiteral("body"), text}};
        QDBusConnection::sessionBus().send(call);
        return;
    }
    QDBusMessage call =
        QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
                                       QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    call << QStringLiteral("Cloopsmith") << uint(0) << applicationId() << title << text << QStringList()
         << QVariantMap{{QStringLiteral("desktop-entry"), applicationId()}} << -1;
    QDBusConnection::sessionBus().send(call);
}

QList<Burner> findBurners(const QString &iso) {
    const QList<Burner> known{{QStringLiteral("K3b"), QStringLiteral("k3b"), {QStringLiteral("--image"), iso}},
                              {QStringLiteral("Brasero"), QStringLiteral("brasero"), {QStringLiteral("--image"), iso}},
                              {QStringLiteral("Xfburn"), QStringLiteral("xfburn"), {QStringLiteral("--burn-image"), iso}}};
    QList<Burner> found;
    for (Burner burner : known)
        if (const QString program = QStandardPaths::findExecutable(burner.program); !program.isEmpty()) {
            burner.program = program;
            found << burner;
        }
    return found;
}

QString burnCommand(const QString &iso) {
    QString quoted = iso;
    quoted.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QStringLiteral("xorriso -as cdrecord -v dev=/dev/sr0 -eject '%1'").arg(quoted);
}

bool canStartMachine() { return !QStandardPaths::findExecutable(machineProgram).isEmpty(); }

bool startInMachine(const QString &iso) {
    // The kernel's help where it may be used, else by emulation.
    const QStringList options{QStringLiteral("-accel"), QStringLiteral("kvm"), QStringLiteral("-accel"), QStringLiteral("tcg"), QStringLiteral("-m"),
                              QStringLiteral("1024"), QStringLiteral("-cdrom"), iso, QStringLiteral("-boot"), QStringLiteral("d")};
    return QProcess::startDetached(machineProgram, options);
}

bool startBurner(const Burner &burner) { return QProcess::startDetached(burner.program, burner.arguments); }

} // namespace cloop::desktop
