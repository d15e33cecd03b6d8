// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/log_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace cloop::desktop {

namespace {

/// From the first whole line of the newer half on.
QByteArray newerHalf(const QByteArray &bytes) {
    const qsizetype end = bytes.indexOf('\n', bytes.size() / 2);
    return end < 0 ? QByteArray() : bytes.mid(end + 1);
}

} // namespace

void LogFile::append(const QStringList &lines) {
    if (path_.isEmpty()) return;
    trouble_.clear();
    const QByteArray bytes = lines.join(QLatin1Char('\n')).toUtf8() + '\n';
    QDir().mkpath(QFileInfo(path_).absolutePath());
    QFile file(path_);
    if (!file.open(QIODevice::ReadWrite | QIODevice::Append)) {
        trouble_ = file.errorString();
        return;
    }
    if (file.size() + bytes.size() <= mostBytes) {
        if (file.write(bytes) != bytes.size() || !file.flush()) trouble_ = file.errorString();
        return;
    }
    file.seek(0);
    QByteArray kept = file.readAll() + bytes;
    while (kept.size() > mostBytes) kept = newerHalf(kept);
    QSaveFile whole(path_);
    if (!whole.open(QIODevice::WriteOnly) || whole.write(kept) != kept.size() || !whole.commit()) trouble_ = whole.errorString();
}

} // namespace cloop::desktop
