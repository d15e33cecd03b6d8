// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/file_transfer.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusUnixFileDescriptor>
#include <QFile>
#include <QMimeData>
#include <QUrl>
#include <QVariantMap>

#include <fcntl.h>
#include <unistd.h>

namespace cloop::desktop {

namespace {

constexpr int portalPatience = 10'000;  // milliseconds: it only opens files
constexpr qsizetype filesAtOnce = 16;   // descriptors in one message

QDBusMessage callTransfer(const QString &method, const QVariantList &arguments) {
    QDBusMessage call =
        QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.portal.Documents"), QStringLiteral("/org/freedesktop/portal/documents"),
                                       QStringLiteral("org.freedesktop.portal.FileTransfer"), method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call, QDBus::Block, portalPatience);
}

} // namespace

QString fileTransferType() { return QStringLiteral("application/vnd.portal.filetransfer"); }

bool offersFiles(const QMimeData &data) {
    if (data.hasFormat(fileTransferType())) return true;
    const QList<QUrl> urls = data.urls();
    return !urls.isEmpty() && std::ranges::all_of(urls, [](const QUrl &url) { return url.isLocalFile(); });
}

QStringList takeFiles(const QMimeData &data) {
    if (data.hasFormat(fileTransferType())) {
        // Some programs end the key with a zero.
        const QString key = QString::fromUtf8(data.data(fileTransferType()).constData());
        if (const QDBusReply<QStringList> files = callTransfer(QStringLiteral("RetrieveFiles"), {key, QVariantMap()});
            files.isValid() && !files.value().isEmpty())
            return files.value();
    }
    QStringList paths;
    for (const QUrl &url : data.urls()) paths << url.toLocalFile();
    return paths.contains(QString()) ? QStringList() : paths;
}

QByteArray giveFiles(const QStringList &paths) {
    const QDBusReply<QString> key = callTransfer(QStringLiteral("StartTransfer"), {QVariantMap{{QStringLiteral("autostop"), true}}});
    if (!key.isValid()) return {};
    for (qsizetype first = 0; first < paths.size(); first += filesAtOnce) {
        QList<QDBusUnixFileDescriptor> files;
        for (const QString &path : paths.mid(first, filesAtOnce)) {
            const int fd = ::open(QFile::encodeName(path).constData(), O_PATH | O_CLOEXEC);
            if (fd < 0) return {};
            files << QDBusUnixFileDescriptor(fd);
            ::close(fd);
        }
        if (callTransfer(QStringLiteral("AddFiles"), {key.value(), QVariant::fromValue(files), QVariantMap()}).type() != QDBusMessage::ReplyMessage)
            return {};
    }
    return key.value().toUtf8();
}

} // namespace cloop::desktop
