// SPDX-License-Identifier: GPL-3.0-or-later
// Work for several threads; results come back in the order of submission.
// One driver thread fills slots and takes them back. A free worker takes the oldest waiting slot, one at a time, so that a slow slot does not hold up
// the others. The driver works too instead of waiting, so that N threads are N and not N + 1; with Driver::waits it stays free to react to a stop,
// because one slot may take seconds. The window bounds the memory: a slot is reused only after release(). With one thread the driver does all the
// work.

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

/// Number of slots that keeps `threads` busy: four per thread, fewer if they exceed 64 MiB, but at least threads + 1.
inline std::size_t window_for(unsigned threads, std::size_t slot_bytes) {
    constexpr std::size_t most_bytes = 64u << 20;
    if (threads <= 1) return 1;
    return std::clamp<std::size_t>(most_bytes / std::max<std::size_t>(slot_bytes, 1), threads + 1, 4 * std::size_t{threads});
}

/// `Slot`: input, output and scratch of one piece of work; default-constructible; reused.
/// Threads: all members are for the driver thread; only the work runs in others.
template <class Slot> class OrderedPool {
public:
    /// Must not throw. `worker`: 0 to threads − 1, an index into per-thread state; 0 is the driver if it works.
    using Work = std::function<void(Slot &, unsigned worker)>;
    enum class Driver { works, waits };

    OrderedPool(unsigned threads, std::size_t window, Work work, Driver driver = Driver::works) : work_(std::move(work)), slots_(window) {
        try {
            for (unsigned worker = driver == Driver::works ? 1 : 0; worker < std::max(threads, 1u); ++worker)
                workers_.emplace_back([this, worker](std::stop_token stop) { run(stop, worker); });
        } catch (const std::exception &) {
            // The system refuses more threads: use those that started, or the driver alone.
        }
        driver_works_ = driver == Driver::works || workers_.empty();
    }

    /// Finishes running work; drops waiting slots.
    ~OrderedPool() {
        {
            const std::lock_guard lock(mutex_);
            for (auto &worker : workers_) worker.request_stop();
        }
        has_work_.notify_all();
    }

    OrderedPool(const OrderedPool &) = delete;
    OrderedPool &operator=(const OrderedPool &) = delete;

    /// The slot to fill next; null if the window is full: then take one back first.
    Slot *free_slot() { return submitted_ - released_ < slots_.size() ? &cell(submitted_).slot : nullptr; }

    /// Queues the slot that free_slot() returned.
    void submit() {
        Cell &given = cell(submitted_++);
        const std::lock_guard lock(mutex_);
        given.state = State::waiting;
        queue_.push_back(&given);
        has_work_.notify_one();
    }

    bool is_empty() const { return submitted_ == released_; }

    /// The oldest slot if its work is done, else null.
    Slot *try_next() {
        if (is_empty()) return nullptr;
        const std::lock_guard lock(mutex_);
        return cell(released_).state == State::done ? &cell(released_).slot : nullptr;
    }

    /// The oldest slot, done; blocks until then. Pre: !is_empty().
    Slot &next() {
        for (;;)
            if (Slot *slot = next_within(std::chrono::hours(1))) return *slot;
    }

    /// The same; null if the driver had to wait longer than `patience`.
    Slot *next_within(std::chrono::milliseconds patience) {
        CLOOP_PRE(!is_empty());
        std::unique_lock lock(mutex_);
        while (cell(released_).state != State::done) {
            if (!queue_.empty() && driver_works_) work_on_oldest(lock, 0);
            else if (is_done_.wait_for(lock, patience) == std::cv_status::timeout) return nullptr;
        }
        return &cell(released_).slot;
    }

    /// Releases the slot that try_next() or next() returned.
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

    /// Pre: the queue is not empty. Unlocks while the work runs.
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
    std::size_t submitted_ = 0;  ///< only the driver uses this and released_
    std::size_t released_ = 0;
    std::mutex mutex_;           ///< guards queue_ and every Cell::state
    std::deque<Cell *> queue_;
    std::condition_variable has_work_;
    std::condition_variable is_done_;
    std::vector<std::jthread> workers_;  // last member, so that it is joined first
};

} // namespace cloop
