// SPDX-License-Identifier: GPL-3.0-or-later
// The start page: drop a file, build, open, or reopen a recent file.

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

    /// Shows recent files, latest first, and marks those that are gone or changed.
    void setRecent(const QList<RecentFile> &files);

    /// Highlights the drop area during a valid drag.
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
