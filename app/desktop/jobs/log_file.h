// SPDX-License-Identifier: GPL-3.0-or-later
// The log on the disc: what is there when the program is long closed.

#pragma once

#include <QString>
#include <QStringList>

namespace cloop::desktop {

/// Stays below a size: when it would grow past it, its older half goes.
class LogFile {
public:
    static constexpr qint64 mostBytes = 1 << 20;

    /// Its folder is made when the first line comes. Empty: nothing is kept.
    void setPath(const QString &path) { path_ = path; }
    const QString &path() const { return path_; }

    void append(const QStringList &lines);

    /// Why the last lines are not in it, by the system; empty where they are.
    const QString &trouble() const { return trouble_; }

private:
    QString path_;
    QString trouble_;
};

} // namespace cloop::desktop
