// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/scan_job.h"

#include <QThread>

namespace cloop::desktop {

void ScanJob::start(ScanOrder order) {
    forget();
    auto feed = std::make_shared<Feed>();
    feed_ = feed;
    const auto threads = static_cast<unsigned>(QThread::idealThreadCount());
    const JobOrder row{.title = order.title, .kind = JobKind::check};
    job_ = queue_.add(
        row,
        [order = std::move(order), feed, threads](const std::stop_token &stop, const ProgressSink &progress) {
            std::vector<BlockState> states = order.states;
            const std::span known = order.goesOn ? std::span<const BlockState>(order.states) : std::span<const BlockState>();
            const ScanOptions options{.threads = threads, .known = known, .on_judged = [&](const BlockRange &blocks, BlockState state) {
                                          std::ranges::fill(std::span(states).subspan(blocks.first, blocks.count()), state);
                                          const std::lock_guard lock(feed->mutex);
                                          append_state(feed->runs, blocks, state);
                                      }};
            auto result = scan_blocks(*order.image, options, stop, progress);
            order.keep(states);
            return result;
        },
        [guard = QPointer(this), feed](const Result<ScanResult> &result) {
            if (guard && guard->feed_ == feed) {
                guard->tell(*feed);
                guard->feed_.reset();
                emit guard->ended({result});
            }
            if (!result) return QString();
            if (result->bad.empty()) return tr("No damage was found.");
            return tr("%n block(s) are lost.", nullptr, static_cast<int>(count_lost(result->bad)));
        });
    connect(job_, &Job::changed, this, [this, feed] {
        if (feed_ != feed) return;
        tell(*feed);
        emit progressed();
    });
    emit progressed();
}

void ScanJob::cancel() {
    if (isRunning()) job_->cancel();
}

void ScanJob::forget() {
    feed_.reset();
    cancel();
    job_.clear();
}

void ScanJob::tell(Feed &feed) {
    std::vector<BlockRun> runs;
    {
        const std::lock_guard lock(feed.mutex);
        runs.swap(feed.runs);
    }
    for (const BlockRun &run : runs) emit judged(run.first, run.last, run.state);
}

} // namespace cloop::desktop
