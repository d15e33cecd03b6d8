// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/core_job.h"

#include "base/precondition.h"

namespace cloop::desktop {

CoreJob::CoreJob(QObject *parent) : QObject(parent) {
    timer_.setInterval(100);
    connect(&timer_, &QTimer::timeout, this, [this] {
        Progress progress;
        {
            const std::lock_guard lock(mutex_);
            if (!std::exchange(hasNews_, false)) return;
            progress = latest_;
        }
        emit progressed(progress);
    });
}

CoreJob::~CoreJob() {
    // Events still posted to this object are removed with it.
    cancel();
    if (thread_.joinable()) thread_.join();
}

void CoreJob::begin(std::function<void(const std::stop_token &)> run) {
    CLOOP_PRE(!isRunning());
    isPaused_ = hasNews_ = false;
    thread_ = std::jthread([run = std::move(run)](const std::stop_token &stop) mutable { run(stop); });
    timer_.start();
}

void CoreJob::end() {
    thread_.join();
    timer_.stop();
}

void CoreJob::cancel() {
    thread_.request_stop();
    setPaused(false);
}

void CoreJob::setPaused(bool isPaused) {
    {
        const std::lock_guard lock(mutex_);
        isPaused_ = isPaused;
    }
    resumed_.notify_all();
}

ProgressSink CoreJob::sink(const std::stop_token &stop) {
    return [this, stop](const Progress &progress) {
        std::unique_lock lock(mutex_);
        latest_ = progress;
        hasNews_ = true;
        resumed_.wait(lock, stop, [this] { return !isPaused_; });
    };
}

} // namespace cloop::desktop
