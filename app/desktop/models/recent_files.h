// SPDX-License-Identifier: GPL-3.0-or-later
// What was open before, whether it is still the same, and what is known of it.

#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace cloop::desktop {

struct RecentFile {
    enum class Change { same, changed, gone };

    /// What the last check found.
    enum class Known {
        unchecked,
        part,  ///< no damage so far: it was stopped
        whole,
        damaged,
        unverifiable,  ///< no damage was found, but a codec without a check proves nothing
    };

    QString path;
    qint64 size = 0;  ///< of the file; what tells a change
    QDateTime modified;
    qint64 imageSize = 0;  ///< of all parts of a set, and of the image alone where it lies in another file
    Known known = Known::unchecked;
    qint64 damagedBlocks = 0;
    qint64 unreadableBlocks = 0;

    /// By a look at the disc, which may take forever where a network drive doesn't answer.
    Change change() const;
};

/// Kept in the settings, the last opened first. Threads: the window's.
class RecentFiles {
public:
    QList<RecentFile> list() const;

    /// What is known of it stays as long as the file is the same. `imageSize`: by default that of the file.
    void add(const QString &path, qint64 imageSize = -1);

    /// What a check found. Nothing happens where the path is not in the list.
    void setState(const QString &path, RecentFile::Known known, qint64 damagedBlocks = 0, qint64 unreadableBlocks = 0);

    void remove(const QString &path);
    void clear();
};

} // namespace cloop::desktop
