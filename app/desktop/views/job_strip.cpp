// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/job_strip.h"

#include "jobs/job.h"
#include "views/elided_label.h"
#include "views/looks.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

namespace cloop::desktop {

JobStrip::JobStrip(QWidget *parent) : QWidget(parent), line_(new ElidedLabel), progress_(new QProgressBar), pause_(new QToolButton) {
    progress_->setTextVisible(false);
    progress_->setMaximumWidth(240);
    progress_->setAccessibleName(tr("Progress of the check"));
    auto *stop = new QToolButton;
    stop->setIcon(icon("stop"));
    stop->setToolTip(tr("Stop"));
    for (QToolButton *button : {pause_, stop}) button->setAutoRaise(true);
    stop->setAccessibleName(tr("Stop the check"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(apart, 0, apart, rhythm);
    row->setSpacing(rhythm);
    row->addWidget(progress_, 1);
    row->addWidget(pause_);
    row->addWidget(stop);
    row->addWidget(line_, 2);
    connect(pause_, &QToolButton::clicked, this, &JobStrip::pauseWanted);
    connect(stop, &QToolButton::clicked, this, &JobStrip::stopWanted);
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
    pause_->setAccessibleName(pause_->toolTip());
}

} // namespace cloop::desktop
