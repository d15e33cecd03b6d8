// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/job_strip.h"

#include "jobs/job.h"
#include "views/elided_label.h"
#include "views/looks.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

namespace cloop::desktop {

JobStrip::JobStrip(QWidget *parent)
    : QWidget(parent), line_(new ElidedLabel), progress_(new QProgressBar), pause_(new QToolButton), stop_(new QToolButton) {
    progress_->setTextVisible(false);
    progress_->setMaximumWidth(240);
    stop_->setIcon(icon("stop"));
    stop_->setToolTip(tr("Stop"));
    for (QToolButton *button : {pause_, stop_}) button->setAutoRaise(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(apart, 0, apart, rhythm);
    row->setSpacing(rhythm);
    row->addWidget(progress_, 1);
    row->addWidget(pause_);
    row->addWidget(stop_);
    row->addWidget(line_, 2);
    connect(pause_, &QToolButton::clicked, this, &JobStrip::pauseWanted);
    connect(stop_, &QToolButton::clicked, this, &JobStrip::stopWanted);
    hide();
}

void JobStrip::showJob(const Job *job) {
    setVisible(job != nullptr);
    if (!job) return;
    const auto permille = job->permille();
    progress_->setRange(0, permille ? 1000 : 0);
    progress_->setValue(permille.value_or(0));
    line_->setText(job->line());
    pause_->setVisible(job->state() == Job::State::running);
    pause_->setIcon(icon(job->isPaused() ? "play" : "pause"));
    pause_->setToolTip(job->isPaused() ? tr("Go on") : tr("Pause"));
    progress_->setAccessibleName(tr("Progress: %1").arg(job->title()));
    for (QToolButton *button : {pause_, stop_})
        button->setAccessibleName(tr("%1: %2", "what a button does, and for which job").arg(button->toolTip(), job->title()));
}

} // namespace cloop::desktop
