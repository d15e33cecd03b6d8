// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs_popover.h"

#include "views/job_row.h"
#include "views/log_dialog.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace cloop::desktop {

JobsPopover::JobsPopover(JobQueue &queue, QAbstractButton *button, QWidget *window) : Popover(button, window), queue_(queue) {
    setAccessibleName(tr("Jobs"));
    nothing()->setText(tr("No job is running."));
    auto *log = new QPushButton(tr("&Log…"));
    auto *clear = new QPushButton(tr("Remove &ended"));
    foot()->addWidget(log);
    foot()->addStretch();
    foot()->addWidget(clear);

    const auto showNothing = [this, clear] {
        nothing()->setVisible(queue_.jobs().isEmpty());
        clear->setEnabled(queue_.openCount() < queue_.jobs().size());
    };
    showNothing();
    // Whoever opens it by hand goes on in it.
    connect(button, &QAbstractButton::clicked, log, [log](bool isOpen) {
        if (isOpen) log->setFocus();
    });
    connect(log, &QPushButton::clicked, this, [this] { (new LogDialog(queue_, this->window()))->show(); });
    connect(clear, &QPushButton::clicked, &queue, &JobQueue::clearEnded);
    connect(&queue, &JobQueue::added, this, &JobsPopover::addRow);
    connect(&queue, &JobQueue::countChanged, this, showNothing);
}

void JobsPopover::addRow(Job *job) {
    auto *row = new JobRow(job);
    connect(row, &JobRow::openWanted, this, [this](const QString &path) {
        button()->setChecked(false);
        emit openWanted(path);
    });
    connect(row, &JobRow::showWanted, this, &JobsPopover::showWanted);
    rows()->insertWidget(0, row);
}

} // namespace cloop::desktop
