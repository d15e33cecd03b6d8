// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at files that were open before, so that nobody waits for a network drive that doesn't answer.

#pragma once

#include "models/recent_files.h"

#include <QObject>

#include <memory>

namespace cloop::desktop {

/// Each file in a thread of its own, since one that hangs must not hold up the others. A thread that never comes back is left behind,
/// also when this object goes. Threads: the window's.
class RecentLooks final : public QObject {
    Q_OBJECT

public:
    explicit RecentLooks(QObject *parent = nullptr);
    ~RecentLooks() override;

    /// A file that is being looked at already is not looked at twice.
    void look(const QList<RecentFile> &files);

signals:
    void seen(const QString &path, cloop::desktop::RecentFile::Change change);

private:
    struct Shared;

    void take(const QString &path, RecentFile::Change change);

    QStringList looking_;
    std::shared_ptr<Shared> shared_;
};

} // namespace cloop::desktop
