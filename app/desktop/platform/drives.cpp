// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/drives.h"

#include "platform/sandbox.h"

#include <QDBusArgument>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QVariantMap>

namespace cloop::desktop {

namespace {

using Interfaces = QMap<QString, QVariantMap>;
using Objects = QMap<QDBusObjectPath, Interfaces>;

QString service() { return QStringLiteral("org.freedesktop.UDisks2"); }
QString root() { return QStringLiteral("/org/freedesktop/UDisks2"); }
QString manager() { return QStringLiteral("org.freedesktop.DBus.ObjectManager"); }
QString blockInterface() { return QStringLiteral("org.freedesktop.UDisks2.Block"); }
QString driveInterface() { return QStringLiteral("org.freedesktop.UDisks2.Drive"); }

/// Of a path the bytes, with a zero at their end.
QString pathOf(const QVariant &bytes) { return QFile::decodeName(bytes.toByteArray().constData()); }

bool hasDiscOfData(const QVariantMap &drive, const QVariantMap &block) {
    const bool hasDisc = drive.value(QStringLiteral("MediaAvailable")).toBool() || !block.value(QStringLiteral("IdUsage")).toString().isEmpty();
    const bool isBlank = drive.value(QStringLiteral("OpticalBlank")).toBool();
    const bool isMusic =
        drive.value(QStringLiteral("OpticalNumAudioTracks")).toUInt() > 0 && drive.value(QStringLiteral("OpticalNumDataTracks")).toUInt() == 0;
    return drive.value(QStringLiteral("Optical")).toBool() && hasDisc && !isBlank && !isMusic;
}

QList<DiscDrive> discsOf(const Objects &objects) {
    QList<DiscDrive> discs;
    for (const Interfaces &interfaces : objects) {
        const QVariantMap block = interfaces.value(blockInterface());
        const auto drive = objects.constFind(block.value(QStringLiteral("Drive")).value<QDBusObjectPath>());
        if (drive == objects.constEnd() || !hasDiscOfData(drive->value(driveInterface()), block)) continue;
        const QString device = pathOf(block.value(QStringLiteral("Device")));
        const bool isPartition = interfaces.contains(QStringLiteral("org.freedesktop.UDisks2.Partition"));
        if (device.isEmpty() || isPartition || block.value(QStringLiteral("HintIgnore")).toBool()) continue;
        discs << DiscDrive{device, block.value(QStringLiteral("IdLabel")).toString(), block.value(QStringLiteral("Size")).toULongLong()};
    }
    return discs;
}

} // namespace

Drives::Drives(const QDBusConnection &bus, const QString &sys, QObject *parent) : QObject(parent), bus_(bus), sys_(sys) {
    soon_.setSingleShot(true);
    soon_.setInterval(100);
    connect(&soon_, &QTimer::timeout, this, &Drives::ask);
    poll_.setInterval(3000);
    connect(&poll_, &QTimer::timeout, this, &Drives::readSys);
    if (bus_.isConnected()) {
        auto *watcher = new QDBusServiceWatcher(service(), bus_, QDBusServiceWatcher::WatchForOwnerChange, this);
        connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, &Drives::askSoon);
        for (const QString &name : {QStringLiteral("InterfacesAdded"), QStringLiteral("InterfacesRemoved")})
            bus_.connect(service(), root(), manager(), name, this, SLOT(askSoon()));
        bus_.connect(service(), {}, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("PropertiesChanged"), this,
                     SLOT(takeProperties(QString)));
    }
    ask();
}

QString Drives::labelOf(const QString &device) const {
    const auto drive = std::ranges::find(list_, QFileInfo(device).canonicalFilePath(), &DiscDrive::device);
    return drive == list_.end() ? QString() : drive->label;
}

void Drives::setWatched(bool isWatched) {
    isWatched_ = isWatched;
    if (hasService_ || isAsking_) return;
    if (isWatched) {
        readSys();
        poll_.start();
    } else {
        poll_.stop();
    }
}

/// udisks2 tells of its jobs and of the health of disks, too.
void Drives::takeProperties(const QString &interface) {
    if (interface == blockInterface() || interface == driveInterface()) askSoon();
}

void Drives::ask() {
    if (isAsking_) {
        isStale_ = true;
        return;
    }
    isStale_ = false;
    if (!bus_.isConnected()) {
        readSys();
        return;
    }
    isAsking_ = true;
    const auto call = QDBusMessage::createMethodCall(service(), root(), manager(), QStringLiteral("GetManagedObjects"));
    auto *asked = new QDBusPendingCallWatcher(bus_.asyncCall(call), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        isAsking_ = false;
        takeAnswer(done->reply());
        done->deleteLater();
        if (isStale_) soon_.start();
    });
}

void Drives::takeAnswer(const QDBusMessage &answer) {
    hasService_ = answer.type() == QDBusMessage::ReplyMessage && answer.signature() == QLatin1String("a{oa{sa{sv}}}");
    if (!hasService_) {
        readSys();
        if (isWatched_) poll_.start();
        return;
    }
    poll_.stop();
    Objects objects;
    answer.arguments().constFirst().value<QDBusArgument>() >> objects;
    setList(discsOf(objects));
}

void Drives::readSys() {
    const QDir folder(sys_ + QStringLiteral("/class/block"));
    QList<DiscDrive> discs;
    for (const QString &name : folder.entryList({QStringLiteral("sr*")}, QDir::AllEntries | QDir::System)) {
        QFile file(folder.filePath(name + QStringLiteral("/size")));
        // Counted in 512 bytes, so that a disc always has a multiple of 4. An empty drive says 0, or 2097151 where it never had a disc.
        const quint64 sectors = file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toULongLong() : 0;
        if (sectors > 0 && sectors % 4 == 0) discs << DiscDrive{QStringLiteral("/dev/") + name, {}, sectors * 512};
    }
    setList(std::move(discs));
}

void Drives::setList(QList<DiscDrive> list) {
    // udisks2 tells a sandbox of drives too, but none can be read there.
    if (isSandboxed()) list.clear();
    std::ranges::sort(list, {}, &DiscDrive::device);
    if (list == list_) return;
    list_ = std::move(list);
    emit changed();
}

} // namespace cloop::desktop
