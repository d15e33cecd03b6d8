// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recent_files.h"

#include <QFileInfo>
#include <QSettings>

namespace cloop::desktop {

namespace {

constexpr qsizetype mostRecent = 10;

/// In the settings; in the order of Known.
constexpr const char *knownNames[] = {"unchecked", "part", "whole", "damaged", "unverifiable"};

QString listKey() { return QStringLiteral("recent"); }

/// For a file inside another one, the info of the outer file.
QFileInfo infoOf(const QString &path) {
    QFileInfo info(path);
    for (qsizetype colon = path.lastIndexOf(QLatin1Char(':')); !info.exists() && colon > 0; colon = path.lastIndexOf(QLatin1Char(':'), colon - 1))
        info.setFile(path.left(colon));
    return info;
}

void write(const QList<RecentFile> &files) {
    QSettings settings;
    settings.remove(listKey());  // else what is shorter now would leave its end there
    settings.beginWriteArray(listKey(), static_cast<int>(files.size()));
    for (int i = 0; i < files.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("path"), files[i].path);
        settings.setValue(QStringLiteral("size"), files[i].size);
        settings.setValue(QStringLiteral("modified"), files[i].modified);
        settings.setValue(QStringLiteral("image_size"), files[i].imageSize);
        settings.setValue(QStringLiteral("known"), QLatin1String(knownNames[static_cast<std::size_t>(files[i].known)]));
        settings.setValue(QStringLiteral("damaged_blocks"), files[i].damagedBlocks);
        settings.setValue(QStringLiteral("unreadable_blocks"), files[i].unreadableBlocks);
    }
    settings.endArray();
}

RecentFile::Known knownOf(const QString &name) {
    const auto found = std::ranges::find_if(knownNames, [&](const char *known) { return name == QLatin1String(known); });
    return found == std::end(knownNames) ? RecentFile::Known::unchecked : static_cast<RecentFile::Known>(found - std::begin(knownNames));
}

QString wholePath(const QString &path) { return QFileInfo(path).absoluteFilePath(); }

} // namespace

RecentFile::Change RecentFile::change() const {
    const QFileInfo info = infoOf(path);
    if (!info.exists()) return Change::gone;
    return info.size() == size && info.lastModified() == modified ? Change::same : Change::changed;
}

QList<RecentFile> RecentFiles::list() const {
    QList<RecentFile> files;
    QSettings settings;
    const int count = settings.beginReadArray(listKey());
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const qint64 size = settings.value(QStringLiteral("size")).toLongLong();
        RecentFile file{.path = settings.value(QStringLiteral("path")).toString(), .size = size};
        file.modified = settings.value(QStringLiteral("modified")).toDateTime();
        file.imageSize = settings.value(QStringLiteral("image_size"), size).toLongLong();
        file.known = knownOf(settings.value(QStringLiteral("known")).toString());
        file.damagedBlocks = settings.value(QStringLiteral("damaged_blocks")).toLongLong();
        file.unreadableBlocks = settings.value(QStringLiteral("unreadable_blocks")).toLongLong();
        files << file;
    }
    return files;
}

void RecentFiles::add(const QString &path, qint64 imageSize) {
    const QString whole = wholePath(path);
    const QFileInfo info = infoOf(whole);
    RecentFile added{.path = whole, .size = info.size(), .modified = info.lastModified(), .imageSize = imageSize < 0 ? info.size() : imageSize};
    QList<RecentFile> files = list();
    const auto before = std::ranges::find(files, whole, &RecentFile::path);
    if (before != files.end() && before->size == added.size && before->modified == added.modified) {
        added.known = before->known;
        added.damagedBlocks = before->damagedBlocks;
        added.unreadableBlocks = before->unreadableBlocks;
    }
    files.removeIf([&](const RecentFile &file) { return file.path == whole; });
    files.prepend(added);
    write(files.first(std::min(files.size(), mostRecent)));
}

void RecentFiles::setState(const QString &path, RecentFile::Known known, qint64 damagedBlocks, qint64 unreadableBlocks) {
    QList<RecentFile> files = list();
    const auto file = std::ranges::find(files, wholePath(path), &RecentFile::path);
    if (file == files.end()) return;
    file->known = known;
    file->damagedBlocks = damagedBlocks;
    file->unreadableBlocks = unreadableBlocks;
    write(files);
}

void RecentFiles::remove(const QString &path) {
    QList<RecentFile> files = list();
    if (files.removeIf([whole = wholePath(path)](const RecentFile &file) { return file.path == whole; }) > 0) write(files);
}

void RecentFiles::clear() { QSettings().remove(listKey()); }

} // namespace cloop::desktop
