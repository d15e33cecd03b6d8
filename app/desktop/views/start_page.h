// SPDX-License-Identifier: GPL-3.0-or-later
// Where one begins: drop something, build, open, or take up what was open before.

#pragma once

#include "models/recent_files.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace cloop::desktop {

class StartPage final : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    /// The files opened before, the last first. A file that is gone or has changed since says so.
    void setRecent(const QList<RecentFile> &files);

    /// While something that can be taken is dragged over the window.
    void setDropping(bool isDropping);

signals:
    void buildWanted();
    void openWanted();
    void recentWanted(const QString &path);

private:
    QLabel *drop_;
    QLabel *recentTitle_;
    QListWidget *recent_;
};

} // namespace cloop::desktop
