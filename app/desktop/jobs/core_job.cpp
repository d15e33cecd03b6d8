// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/core_job.h"

#include "base/precondition.h"

namespace cloop::desktop {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 200ms;  ///< enough for work that heeds its stop token

} // namespace

CoreJob::CoreJob(QObject *parent) : QObject(parent), link_(std::make_shared<Link>()) {
    timer_.setInterval(100);
    connect(&timer_, &QTimer::timeout, this, [this] {
        Progress progress;
        {
            const std::lock_guard lock(link_->mutex);
            if (!std::exchange(link_->hasNews, false)) return;
            progress = link_->latest;
        }
        emit progressed(progress);
    });
}

CoreJob::~CoreJob() {
    // Events still posted to this object are removed with it.
    cancel();
    if (thread_.joinable()) thread_.join();
}

void CoreJob::begin(std::function<void(const LinkPtr &, const std::stop_token &)> run) {
    CLOOP_PRE(!isRunning());
    link_ = std::make_shared<Link>();
    link_->job = this;
    thread_ = std::jthread([run = std::move(run), link = link_](const std::stop_token &stop) {
        run(link, stop);
        {
            const std::lock_guard lock(link->mutex);
            link->hasEnded = true;
        }
        link->changed.notify_all();
    });
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

void CoreJob::leave() {
    if (!isRunning()) return;
    cancel();
    std::unique_lock lock(link_->mutex);
    link_->job = nullptr;
    const bool hasEnded = link_->changed.wait_for(lock, patience, [&] { return link_->hasEnded; });
    lock.unlock();
    if (hasEnded) thread_.join();
    else thread_.detach();
    timer_.stop();
}

void CoreJob::setPaused(bool isPaused) {
    {
        const std::lock_guard lock(link_->mutex);
        link_->isPaused = isPaused;
    }
    link_->changed.notify_all();
}

ProgressSink CoreJob::sink(const LinkPtr &link, const std::stop_token &stop) {
    return [link, stop](const Progress &progress) {
        std::unique_lock lock(link->mutex);
        link->latest = progress;
        link->hasNews = true;
        link->changed.wait(lock, stop, [&] { return !link->isPaused; });
    };
}

} // namespace cloop::desktop
