// SPDX-License-Identifier: GPL-3.0-or-later
// What was open before, and whether it is still the same.

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

    /// By a look at the disc.
    Change change() const;
};

/// Kept in the settings, the last opened first. Threads: the window's.
class RecentFiles {
public:
    QList<RecentFile> list() const;
    void add(const QString &path);
    void clear();
};

} // namespace cloop::desktop
