// SPDX-License-Identifier: GPL-3.0-or-later
// Work done by several threads, handed back in the order in which it was given.
//
// One driver thread fills slots and takes them back. A free thread takes the oldest slot that waits, one at a time, so that a
// slow piece of work does not hold up the others; the driver works too while it would only wait, so N threads are N, not one
// more, unless a single piece takes so long that the driver must stay free for a stop. The window bounds the memory: no slot is
// reused before it was handed back. With one thread the driver does it all: the serial twin.

#pragma once

#include "base/precondition.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace cloop {

/// How many slots keep `threads` busy: four each, but of large ones no more than 64 MiB hold, and one more than there are threads.
inline std::size_t window_for(unsigned threads, std::size_t slot_bytes) {
    constexpr std::size_t most_bytes = 64u << 20;
    if (threads <= 1) return 1;
    return std::clamp<std::size_t>(most_bytes / std::max<std::size_t>(slot_bytes, 1), threads + 1, 4 * std::size_t{threads});
}

/// `Slot`: input, output and scratch of one piece of work; default-constructible, kept and reused.
/// Threads: every member but the work itself is for the driver thread.
template <class Slot> class OrderedPool {
public:
    /// Must not throw. `worker` counts from 0, the driver where it works, to threads − 1: an index into per-thread state.
    using Work = std::function<void(Slot &, unsigned worker)>;
    enum class Driver { works, waits };

    OrderedPool(unsigned threads, std::size_t window, Work work, Driver driver = Driver::works) : work_(std::move(work)), slots_(window) {
        try {
            for (unsigned worker = driver == Driver::works ? 1 : 0; worker < std::max(threads, 1u); ++worker)
                workers_.emplace_back([this, worker](std::stop_token stop) { run(stop, worker); });
        } catch (const std::exception &) {
            // The system gives no more threads. Those there are will do, or the driver alone.
        }
        driver_works_ = driver == Driver::works || workers_.empty();
    }

    /// Work that has begun is finished; what waits is dropped.
    ~OrderedPool() {
        {
            const std::lock_guard lock(mutex_);
            for (auto &worker : workers_) worker.request_stop();
        }
        has_work_.notify_all();
    }

    OrderedPool(const OrderedPool &) = delete;
    OrderedPool &operator=(const OrderedPool &) = delete;

    /// The slot to fill next, or null where the window is full: then take one back first.
    Slot *free_slot() { return submitted_ - released_ < slots_.size() ? &cell(submitted_).slot : nullptr; }

    /// Gives the slot that free_slot() named to the workers.
    void submit() {
        Cell &given = cell(submitted_++);
        const std::lock_guard lock(mutex_);
        given.state = State::waiting;
        queue_.push_back(&given);
        has_work_.notify_one();
    }

    bool is_empty() const { return submitted_ == released_; }

    /// The oldest slot where its work is done, else null.
    Slot *try_next() {
        if (is_empty()) return nullptr;
        const std::lock_guard lock(mutex_);
        return cell(released_).state == State::done ? &cell(released_).slot : nullptr;
    }

    /// The oldest slot; works until it is done. Pre: !is_empty().
    Slot &next() {
        for (;;)
            if (Slot *slot = next_within(std::chrono::hours(1))) return *slot;
    }

    /// The same; null where the driver has nothing to do but to wait for longer than that.
    Slot *next_within(std::chrono::milliseconds patience) {
        CLOOP_PRE(!is_empty());
        std::unique_lock lock(mutex_);
        while (cell(released_).state != State::done) {
            if (!queue_.empty() && driver_works_) work_on_oldest(lock, 0);
            else if (is_done_.wait_for(lock, patience) == std::cv_status::timeout) return nullptr;
        }
        return &cell(released_).slot;
    }

    /// Gives the slot of try_next() or next() back.
    void release() { ++released_; }

private:
    enum class State { waiting, done };
    struct Cell {
        Slot slot{};
        State state = State::done;
    };

    Cell &cell(std::size_t number) { return slots_[number % slots_.size()]; }

    void run(const std::stop_token &stop, unsigned worker) {
        std::unique_lock lock(mutex_);
        for (;;) {
            has_work_.wait(lock, [&] { return stop.stop_requested() || !queue_.empty(); });
            if (stop.stop_requested()) return;
            work_on_oldest(lock, worker);
        }
    }

    /// Pre: the queue is not empty. The lock is open meanwhile.
    void work_on_oldest(std::unique_lock<std::mutex> &lock, unsigned worker) {
        Cell &mine = *queue_.front();
        queue_.pop_front();
        lock.unlock();
        work_(mine.slot, worker);
        lock.lock();
        mine.state = State::done;
        is_done_.notify_one();
    }

    Work work_;
    bool driver_works_ = true;
    std::vector<Cell> slots_;
    std::size_t submitted_ = 0;  ///< this and released_ are the driver's alone
    std::size_t released_ = 0;
    std::mutex mutex_;           ///< guards queue_ and every Cell::state
    std::deque<Cell *> queue_;
    std::condition_variable has_work_;
    std::condition_variable is_done_;
    std::vector<std::jthread> workers_;  // last: it is joined first
};

} // namespace cloop
