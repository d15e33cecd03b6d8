// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job_queue.h"

#include <QDateTime>

#include <algorithm>
#include <ranges>

namespace cloop::desktop {

namespace {

constexpr qsizetype mostLines = 10'000;
constexpr std::ptrdiff_t mostReading = 2;  ///< more would wait for the same disc

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
        note(QStringList(tr("%1: %2").arg(job->title(), job->outcome())) + job->details());
        startNext();
    });
    connect(job, &Job::paused, this, &JobQueue::startNext);
    emit added(job);
    startNext();
}

bool JobQueue::hasPlace(Needs needs) const {
    const auto working = std::ranges::count_if(jobs_, [&](const Job *job) { return job->isWorking() && needsOf(job->kind()) == needs; });
    return working < (needs == Needs::building ? 1 : mostReading);
}

void JobQueue::startNext() {
    for (Job *job : QList<Job *>(jobs_))
        if (job->state() == Job::State::waiting && hasPlace(needsOf(job->kind()))) {
            note(QStringList(tr("%1: started.").arg(job->title())) + job->facts());
            job->start();
        }
    emit countChanged();
    if (const bool busy = isBusy(); busy != std::exchange(wasBusy_, busy)) emit busyChanged(busy);
}

void JobQueue::note(const QStringList &texts) {
    const QString now = QDateTime::currentDateTime().toString(Qt::ISODate) + QStringLiteral("  ");
    QStringList lines;
    for (const QString &text : texts) {
        QString line = now + text;
        // What is copied from here goes elsewhere: without marks of direction.
        lines << line.remove(QChar(0x2066)).remove(QChar(0x2069));
    }
    file_.append(lines);
    for (const QString &line : lines) {
        if (log_.size() == mostLines) log_.removeFirst();
        log_ << line;
        emit logged(line);
    }
}

} // namespace cloop::desktop
