// SPDX-License-Identifier: GPL-3.0-or-later
// What is mounted and attached on this computer, a row each; those of other users can only be read.

#pragma once

#include "jobs/mounts.h"
#include "views/popover.h"

class QPushButton;

namespace cloop::desktop {

class MountedRow;

class MountsPopover final : public Popover {
    Q_OBJECT

public:
    /// As Popover. `mounts` must outlive it.
    MountsPopover(Mounts &mounts, QAbstractButton *button, QWidget *window);

signals:
    void folderWanted(const QString &folder);
    void moduleWanted();

private:
    void showRows();
    void keepFocusFrom(const MountedRow &row);
    MountedRow *makeRow(const Attachment &attachment);

    Mounts &mounts_;
    QPushButton *module_;
    QList<MountedRow *> shown_;
};

} // namespace cloop::desktop
