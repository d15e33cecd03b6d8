// SPDX-License-Identifier: GPL-3.0-or-later
// Where one begins: drop something, build, open, take a disc, or take up what was open before.

#pragma once

#include "models/recent_files.h"
#include "models/recent_looks.h"
#include "platform/drives.h"

#include <QHash>
#include <QScrollArea>

class QBoxLayout;
class QVBoxLayout;

namespace cloop::desktop {

class RecentRow;
class RowButton;

class StartPage final : public QScrollArea {
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    /// The files opened before, the last first. A file that is gone or has changed since says so as soon as it was looked at.
    void setRecent(const QList<RecentFile> &files);

    void setDrives(const QList<DiscDrive> &drives);

    /// While something that can be taken is dragged over the window.
    void setDropping(bool isDropping);

signals:
    void buildWanted(bool fromFolder);
    void openWanted();
    void driveWanted(const QString &device);
    void recentWanted(const QString &path);
    void mountWanted(const QString &path);
    void forgetWanted(const QString &path);  ///< out of the list of those opened before
    void seenChanged(bool isSeen);           ///< the page itself: it is shown, or hidden

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeBeginning();
    QWidget *makeRecent();
    void arrange();
    void orderTabs();
    void stepFocus(bool isForward);

    QWidget *drop_ = nullptr;
    QWidget *beginning_ = nullptr;
    QWidget *recent_ = nullptr;
    QBoxLayout *columns_ = nullptr;
    QVBoxLayout *driveRows_ = nullptr;
    QVBoxLayout *recentRows_ = nullptr;
    QList<RowButton *> actions_;
    QList<RowButton *> drives_;
    QList<RecentRow *> files_;
    RecentLooks looks_;
    QHash<QString, RecentFile::Change> changes_;  ///< as last seen
};

} // namespace cloop::desktop
