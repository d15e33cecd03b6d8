// SPDX-License-Identifier: GPL-3.0-or-later
// A row for each job: progress, outcome, and actions on its output.

#pragma once

#include "jobs/job_queue.h"

#include <QWidget>

class QVBoxLayout;

namespace cloop::desktop {

class JobsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit JobsPanel(JobQueue &queue, QWidget *parent = nullptr);

signals:
    void openWanted(const QString &path);

private:
    void addRow(Job *job);
    void showLog();

    JobQueue &queue_;
    QWidget *empty_;
    QVBoxLayout *rows_;
};

} // namespace cloop::desktop
