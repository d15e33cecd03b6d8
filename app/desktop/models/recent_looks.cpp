// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recent_looks.h"

namespace cloop::desktop {

void RecentLooks::look(const QList<RecentFile> &files) {
    for (const RecentFile &file : files) {
        if (looking_.contains(file.path)) continue;
        // Without a thread nothing is said of the file.
        if (lookout_.start([file] { return file.change(); }, [this, path = file.path](RecentFile::Change change) { take(path, change); }))
            looking_ << file.path;
    }
}

void RecentLooks::take(const QString &path, RecentFile::Change change) {
    looking_.removeOne(path);
    emit seen(path, change);
}

} // namespace cloop::desktop
