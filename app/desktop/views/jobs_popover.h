// SPDX-License-Identifier: GPL-3.0-or-later
// All jobs, a row each.

#pragma once

#include "jobs/job_queue.h"
#include "views/popover.h"

namespace cloop::desktop {

class JobsPopover final : public Popover {
    Q_OBJECT

public:
    /// As Popover.
    JobsPopover(JobQueue &queue, QAbstractButton *button, QWidget *window);

signals:
    void openWanted(const QString &path);
    void showWanted(const QString &path);  ///< in its folder

private:
    void addRow(Job *job);

    JobQueue &queue_;
};

} // namespace cloop::desktop
