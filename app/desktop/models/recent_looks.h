// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at files that were open before, so that nobody waits for a network drive that doesn't answer.

#pragma once

#include "jobs/lookout.h"
#include "models/recent_files.h"

namespace cloop::desktop {

/// Each file in a thread of its own, since one that hangs must not hold up the others. Threads: the window's.
class RecentLooks final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// A file that is being looked at already is not looked at twice.
    void look(const QList<RecentFile> &files);

signals:
    void seen(const QString &path, cloop::desktop::RecentFile::Change change);

private:
    void take(const QString &path, RecentFile::Change change);

    QStringList looking_;
    Lookout lookout_;
};

} // namespace cloop::desktop
