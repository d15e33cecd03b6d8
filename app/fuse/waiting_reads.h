// SPDX-License-Identifier: GPL-3.0-or-later
// Reads of an image that is out of reach.

#pragma once

#define FUSE_USE_VERSION 312
#include <fuse_lowlevel.h>

#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

namespace cloop::fuse {

/// A reader's request that has no reply yet.
struct Read {
    fuse_req_t request;
    fuse_ino_t node;
    std::size_t size;
    off_t offset;
};

/// Keeps reads and tries them again a few times a second, in a thread of its own: however many wait, libfuse's threads stay free for other requests,
/// also for the one that says that a reader was killed.
class WaitingReads {
public:
    /// `try_it`: replies, or returns false if the image is still out of reach. No exceptions. Throws std::system_error.
    explicit WaitingReads(std::function<bool(const Read &)> try_it);
    /// Fails what still waits.
    ~WaitingReads();

    /// Replies sooner or later: EINTR if the reader has given up. Any thread. Throws std::bad_alloc.
    void add(const Read &read);

private:
    void run(const std::stop_token &stop);

    const std::function<bool(const Read &)> try_it_;
    std::mutex mutex_;  ///< guards reads_
    std::condition_variable_any changed_;
    std::list<Read> reads_;
    std::jthread thread_;
};

} // namespace cloop::fuse
