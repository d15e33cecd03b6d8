// SPDX-License-Identifier: GPL-3.0-or-later
#include "waiting_reads.h"

#include <cerrno>
#include <chrono>

namespace cloop::fuse {

WaitingReads::WaitingReads(std::function<bool(const Read &)> try_it)
    : try_it_(std::move(try_it)), thread_([this](const std::stop_token &stop) { run(stop); }) {}

WaitingReads::~WaitingReads() {
    thread_.request_stop();
    thread_.join();
    for (const Read &read : reads_) fuse_reply_err(read.request, EIO);
}

void WaitingReads::add(const Read &read) {
    const std::lock_guard lock(mutex_);
    reads_.push_back(read);
    changed_.notify_one();
}

void WaitingReads::run(const std::stop_token &stop) {
    constexpr std::chrono::milliseconds pause{200};
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [&] { return !reads_.empty(); }) && !stop.stop_requested()) {
        changed_.wait_for(lock, stop, pause, [] { return false; });
        // Taken out, so that others can be added meanwhile.
        std::list<Read> tried = std::move(reads_);
        lock.unlock();
        tried.remove_if([&](const Read &read) {
            if (fuse_req_interrupted(read.request)) return fuse_reply_err(read.request, EINTR), true;
            return try_it_(read);
        });
        lock.lock();
        reads_.splice(reads_.begin(), tried);
    }
}

} // namespace cloop::fuse
