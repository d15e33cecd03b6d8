// SPDX-License-Identifier: GPL-3.0-or-later
// A check of an image that passes results to the window while it runs.

#pragma once

#include "jobs/job_queue.h"
#include "scan/map_file.h"

#include <QPointer>

#include <mutex>

namespace cloop::desktop {

struct ScanOrder {
    QString title;
    std::shared_ptr<const BlockReader> image;
    std::vector<BlockState> states;  ///< what is known before, one for each block
    bool goesOn = false;             ///< blocks that are known to be sound are left out
    /// Gets what is known of all blocks at the end, also where the check was stopped; in the job's thread.
    std::function<void(const std::vector<BlockState> &states)> keep;
};

/// A Result wrapped for a Qt signal.
struct ScanOutcome {
    Result<ScanResult> result;
};

/// One check at a time. Threads: the window's. A running check outlives this object until it is cancelled.
class ScanJob final : public QObject {
    Q_OBJECT

public:
    explicit ScanJob(JobQueue &queue, QObject *parent = nullptr) : QObject(parent), queue_(queue) {}

    /// Cancels a running check and ignores its results.
    void start(ScanOrder order);

    bool isRunning() const { return job_ && !job_->hasEnded(); }
    Job *job() const { return job_; }
    void cancel();

    /// Cancels the check and ignores its results, because another image is shown.
    void forget();

signals:
    /// For blocks [first, last), in order.
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
    std::shared_ptr<Feed> feed_;  ///< of the check whose results are wanted
};

} // namespace cloop::desktop
