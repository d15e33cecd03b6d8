// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs: one build works, and beside it what only reads; the others wait, in the order in which they were asked for. All that happened
// is kept as a log.

#pragma once

#include "jobs/job.h"
#include "jobs/log_file.h"

namespace cloop::desktop {

/// Of builds one works at a time, of jobs that read two. One that is paused gives its place to the next, and goes on without one.
/// Threads: the window's. Owns its jobs.
class JobQueue final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~JobQueue() override;

    /// For `work` and `done` see Job. The job lives until clearEnded() or the queue's end.
    template <class Work, class Done> Job *add(const JobOrder &order, Work work, Done done) {
        auto *job = new Job(order, std::move(work), std::move(done), this);
        take(job);
        return job;
    }

    const QList<Job *> &jobs() const { return jobs_; }
    bool isBusy() const { return openCount() > 0; }
    qsizetype openCount() const;

    void cancelAll();
    void clearEnded();

    /// One line per event, with its time.
    const QStringList &log() const { return log_; }

    /// The lines go into this file too.
    void keepLog(const QString &path) { file_.setPath(path); }
    const LogFile &logFile() const { return file_; }

signals:
    void added(cloop::desktop::Job *job);
    void busyChanged(bool isBusy);
    void countChanged();
    void logged(const QString &line);

private:
    void take(Job *job);
    void startNext();
    bool hasPlace(Needs needs) const;
    void note(const QStringList &texts);

    QList<Job *> jobs_;
    QStringList log_;
    LogFile file_;
    bool wasBusy_ = false;
};

} // namespace cloop::desktop
