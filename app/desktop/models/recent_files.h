// SPDX-License-Identifier: GPL-3.0-or-later
// The recently opened files, and whether they have changed.

#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace cloop::desktop {

struct RecentFile {
    enum class Change { same, changed, gone };

    QString path;
    qint64 size = 0;
    QDateTime modified;

    /// Checks the file on the disc.
    Change change() const;
};

/// Stored in the settings, most recent first. Threads: the window's.
class RecentFiles {
public:
    QList<RecentFile> list() const;
    void add(const QString &path);
    void clear();
};

} // namespace cloop::desktop
