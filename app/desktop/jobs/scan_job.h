// SPDX-License-Identifier: GPL-3.0-or-later
// A check of an image, whose findings come to the window as they are made.

#pragma once

#include "jobs/job_queue.h"
#include "scan/map_file.h"

#include <QPointer>

#include <mutex>

namespace cloop::desktop {

/// A Result alone is nothing that a signal of Qt can carry.
struct ScanOutcome {
    Result<ScanResult> result;
};

/// One check at a time. Threads: the window's. Destroyed while it works, the check goes on alone until it is cancelled.
class ScanJob final : public QObject {
    Q_OBJECT

public:
    explicit ScanJob(JobQueue &queue, QObject *parent = nullptr) : QObject(parent), queue_(queue) {}

    /// `known`: as ScanOptions has it. A check that still runs is cancelled first, and tells no more.
    void start(const QString &title, std::shared_ptr<const BlockReader> image, std::vector<BlockState> known);

    bool isRunning() const { return job_ && !job_->hasEnded(); }
    Job *job() const { return job_; }
    void cancel();

    /// Cancels it, and tells no more of it: another image is shown.
    void forget();

signals:
    /// Blocks [first, last) in order.
    void judged(std::size_t first, std::size_t last, cloop::BlockState state);
    void progressed();
    void ended(const cloop::desktop::ScanOutcome &outcome);

private:
    struct Feed {
        std::mutex mutex;
        std::vector<BlockRun> runs;
    };
    void tell(Feed &feed);

    JobQueue &queue_;
    QPointer<Job> job_;
    std::shared_ptr<Feed> feed_;  ///< of the check that still may tell
};

} // namespace cloop::desktop
