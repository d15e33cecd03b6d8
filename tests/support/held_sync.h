// SPDX-License-Identifier: GPL-3.0-or-later
// A disc so slow that fsync() does not return. For one source file of a program, because it defines fsync() there in place of the C library's.

#pragma once

#include <sys/syscall.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace cloop::test {

/// Holds every fsync() during its lifetime, which ends only when they have returned.
class HeldSync {
public:
    HeldSync() {
        const std::lock_guard lock(mutex_);
        held_ = this;
    }
    ~HeldSync() {
        std::unique_lock lock(mutex_);
        held_ = nullptr;
        changed_.notify_all();
        changed_.wait(lock, [] { return inside_ == 0; });
    }

    /// Waits until one is held. False if none comes.
    bool wait() const {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::seconds(20), [] { return inside_ > 0; });
    }
    bool holds() const {
        const std::lock_guard lock(mutex_);
        return inside_ > 0;
    }

    static int sync(int fd) {
        {
            std::unique_lock lock(mutex_);
            ++inside_;
            changed_.notify_all();
            // Not for ever, so that a test fails instead of hanging.
            changed_.wait_for(lock, std::chrono::seconds(30), [] { return !held_; });
            --inside_;
            changed_.notify_all();
        }
        return static_cast<int>(::syscall(SYS_fsync, fd));
    }

private:
    inline static std::mutex mutex_;
    inline static std::condition_variable changed_;
    inline static const HeldSync *held_ = nullptr;
    inline static int inside_ = 0;
};

} // namespace cloop::test

extern "C" int fsync(int fd) { return cloop::test::HeldSync::sync(fd); }
