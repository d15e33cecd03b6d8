// SPDX-License-Identifier: GPL-3.0-or-later
// The head of the image page: which image it is, how it stands, and what can be done with it.

#pragma once

#include "models/opened_image.h"
#include "views/files_view.h"
#include "views/looks.h"

#include <QToolButton>
#include <QWidget>

class QAction;
class QLabel;
class QMenu;

namespace cloop::desktop {

class IconLabel;
class StateChip;

class ImageHeader final : public QWidget {
    Q_OBJECT

public:
    explicit ImageHeader(QWidget *parent = nullptr);

    void showImage(const OpenedImage &opened);
    StateChip *chip() const { return chip_; }

    /// What a click on Extract takes. No files: it can't be clicked.
    void setExtract(FilesView::Scope scope, bool isPossible);

    /// Mounted: the button opens the folder, and another one unmounts.
    enum class MountState { none, busy, mounted };
    void setMounted(MountState state);

    /// While a check runs, its button stops it.
    void setChecking(bool isChecking, bool canGoOn);

    /// What stands behind "⋯"; the actions stay the caller's.
    void setMore(const QList<QAction *> &actions);

signals:
    void backWanted();
    void extractWanted();         ///< to a folder
    void extractToArchiveWanted();
    void checkWanted();
    void stopWanted();
    void mountWanted();  ///< or its folder, where it is mounted
    void unmountWanted();
    void exportWanted();

private:
    QToolButton *button(const char *iconName, const QString &words);

    IconLabel *icon_;
    QLabel *name_;
    QLabel *path_;
    QLabel *facts_;
    StateChip *chip_;
    QToolButton *extract_;
    QToolButton *check_;
    QToolButton *mount_;
    QToolButton *unmount_;
    QToolButton *export_;
    QToolButton *more_;
    bool isChecking_ = false;
};

} // namespace cloop::desktop
