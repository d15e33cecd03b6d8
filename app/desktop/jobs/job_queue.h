// SPDX-License-Identifier: GPL-3.0-or-later
// The job queue: one job works, the others wait in order. Keeps a log.

#pragma once

#include "jobs/job.h"

namespace cloop::desktop {

/// Threads: the window's. Owns its jobs.
class JobQueue final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~JobQueue() override;

    /// `title`: of the row. For the rest see Job. The job lives until clearEnded() or the queue's end.
    template <class Work, class Done> Job *add(const QString &title, Work work, Done done) {
        auto *job = new Job(title, std::move(work), std::move(done), this);
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

signals:
    void added(cloop::desktop::Job *job);
    void busyChanged(bool isBusy);
    void countChanged();
    void logged(const QString &line);

private:
    void take(Job *job);
    void startNext();
    void note(const QString &text);

    QList<Job *> jobs_;
    QStringList log_;
    bool wasBusy_ = false;
};

} // namespace cloop::desktop
