// SPDX-License-Identifier: GPL-3.0-or-later
// Cache of raw blocks: each is decoded once for all threads, and ahead of threads that read in order.

#pragma once

#include "image/block_reader.h"

#include <array>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <list>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>

namespace cloop {

/// Threads: get() and read_at() from any. The first thread that needs a block decodes it, or one of threads − 1 helpers, which start at the first
/// sequential read.
class BlockCache {
public:
    /// Keeps `bytes` of raw blocks, at least two blocks. `image` must outlive the cache.
    BlockCache(const BlockReader &image, std::size_t bytes, unsigned threads, std::chrono::milliseconds failure_memory);
    ~BlockCache();

    /// A raw block of block_size() bytes that stays valid while the pointer is held. Errors: those of BlockReader::read_block(). A failed block is
    /// not retried while requests for it come within failure_memory of each other, so that readers in small pieces or in parallel wait only once for
    /// the drive; after a longer pause, for example to clean the disc, it is read again.
    using Bytes = std::shared_ptr<const std::byte[]>;
    Result<Bytes> get(std::size_t block);

    /// As ByteSource::read_at(). Errors: those of the first block that fails.
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out);

private:
    enum class State { queued, loading, ready };
    using Clock = std::chrono::steady_clock;
    struct Entry {
        State state = State::queued;
        Result<Bytes> bytes{Bytes()};
        std::list<std::size_t>::iterator used;  ///< valid if ready
        std::optional<Clock::time_point> told{};  ///< of a failure: when it was last returned
    };

    void load(std::size_t block, std::unique_lock<std::mutex> &lock);
    bool load_queued(std::unique_lock<std::mutex> &lock);
    void follow(std::size_t block);
    void look_ahead(std::size_t block);
    void help(const std::stop_token &stop);
    Result<Bytes> decode(std::size_t block, BlockScratch &scratch) const;

    const BlockReader &image_;
    const std::size_t capacity_;  ///< in blocks
    const unsigned helper_count_;
    const std::size_t ahead_;     ///< number of blocks that helpers may decode ahead
    const std::chrono::milliseconds failure_memory_;

    std::mutex mutex_;            ///< guards everything below
    std::condition_variable loaded_;
    std::condition_variable has_queued_;
    std::unordered_map<std::size_t, Entry> entries_;
    std::list<std::size_t> recent_;  ///< ready blocks, most recently used first
    std::deque<std::size_t> queue_;
    std::list<BlockScratch> scratches_;  ///< unused ones
    /// A sequence of consecutive requests: one thread's sequential read.
    struct Order {
        std::size_t next = SIZE_MAX;  ///< the block that continues it
        std::uint64_t step = 0;       ///< value of steps_ when it was last continued
    };
    std::array<Order, 8> orders_;  ///< most recently used first
    std::uint64_t steps_ = 0;
    std::vector<std::jthread> helpers_;  // last: joined first
};

} // namespace cloop
