// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recent_files.h"

#include <QFileInfo>
#include <QSettings>

namespace cloop::desktop {

namespace {

constexpr qsizetype most = 8;

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
    settings.beginWriteArray(listKey(), static_cast<int>(files.size()));
    for (int i = 0; i < files.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("path"), files[i].path);
        settings.setValue(QStringLiteral("size"), files[i].size);
        settings.setValue(QStringLiteral("modified"), files[i].modified);
    }
    settings.endArray();
}

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
        files << RecentFile{settings.value(QStringLiteral("path")).toString(), settings.value(QStringLiteral("size")).toLongLong(),
                            settings.value(QStringLiteral("modified")).toDateTime()};
    }
    return files;
}

void RecentFiles::add(const QString &path) {
    const QString whole = QFileInfo(path).absoluteFilePath();
    const QFileInfo info = infoOf(whole);
    QList<RecentFile> files = list();
    files.removeIf([&](const RecentFile &file) { return file.path == whole; });
    files.prepend({whole, info.size(), info.lastModified()});
    write(files.first(std::min(files.size(), most)));
}

void RecentFiles::clear() { QSettings().remove(listKey()); }

} // namespace cloop::desktop
