// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job_queue.h"

#include <QDateTime>

#include <algorithm>
#include <ranges>

namespace cloop::desktop {

namespace {

constexpr qsizetype mostLines = 10'000;

} // namespace

JobQueue::~JobQueue() {
    // No job may call back into this object during its destruction.
    blockSignals(true);
    for (Job *job : jobs_) job->disconnect(this);
    qDeleteAll(jobs_);
}

qsizetype JobQueue::openCount() const {
    return std::ranges::count_if(jobs_, [](const Job *job) { return !job->hasEnded(); });
}

void JobQueue::cancelAll() {
    const QList<Job *> jobs = jobs_;
    for (Job *job : jobs | std::views::reverse) job->cancel();
}

void JobQueue::clearEnded() {
    for (Job *job : QList<Job *>(jobs_))
        if (job->hasEnded()) {
            jobs_.removeOne(job);
            job->deleteLater();
        }
    emit countChanged();
}

void JobQueue::take(Job *job) {
    jobs_ << job;
    connect(job, &Job::ended, this, [this, job] {
        note(tr("%1: %2").arg(job->title(), job->outcome()));
        for (const QString &line : job->details()) note(line);
        startNext();
    });
    emit added(job);
    startNext();
}

void JobQueue::startNext() {
    const auto isRunning = [](const Job *job) { return job->state() == Job::State::running; };
    const auto isWaiting = [](const Job *job) { return job->state() == Job::State::waiting; };
    if (std::ranges::none_of(jobs_, isRunning))
        if (const auto next = std::ranges::find_if(jobs_, isWaiting); next != jobs_.end()) {
            note(tr("%1: started.").arg((*next)->title()));
            (*next)->start();
        }
    emit countChanged();
    if (const bool busy = isBusy(); busy != std::exchange(wasBusy_, busy)) emit busyChanged(busy);
}

void JobQueue::note(const QString &text) {
    QString line = QDateTime::currentDateTime().toString(Qt::ISODate) + QStringLiteral("  ") + text;
    // Remove direction marks, because log lines may be copied to other programs.
    line.remove(QChar(0x2066)).remove(QChar(0x2069));
    if (log_.size() == mostLines) log_.removeFirst();
    log_ << line;
    emit logged(line);
}

} // namespace cloop::desktop
