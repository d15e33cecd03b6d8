// SPDX-License-Identifier: GPL-3.0-or-later
// Raw blocks in memory, decoded once however many ask for them, and ahead of threads that read in order.

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

/// Threads: get() from any. A block is decoded by the thread that asks first, or by one of threads − 1 helpers that start with
/// the first reading in order.
class BlockCache {
public:
    /// Keeps `bytes` of raw blocks, at least two. `image` must stay.
    BlockCache(const BlockReader &image, std::size_t bytes, unsigned threads, std::chrono::milliseconds failure_memory);
    ~BlockCache();

    /// A raw block of block_size() bytes that stays valid while the pointer is held. Errors: those of BlockReader::read_block(). A block that
    /// failed is not tried again while it is asked for at least every failure_memory: a thread that reads it piece by piece, or beside others, waits
    /// once for a drive's attempts; a person who cleans the disc and tries again later gets a new one.
    using Bytes = std::shared_ptr<const std::byte[]>;
    Result<Bytes> get(std::size_t block);

    /// The content at `offset`, as ByteSource::read_at() has it. Errors: those of the first block that fails.
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out);

private:
    enum class State { queued, loading, ready };
    using Clock = std::chrono::steady_clock;
    struct Entry {
        State state = State::queued;
        Result<Bytes> bytes{Bytes()};
        std::list<std::size_t>::iterator used;  ///< valid where ready
        std::optional<Clock::time_point> told{};  ///< of a failure: when it was last given out
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
    const std::size_t ahead_;     ///< how many blocks the helpers may be in front
    const std::chrono::milliseconds failure_memory_;

    std::mutex mutex_;            ///< guards everything below
    std::condition_variable loaded_;
    std::condition_variable has_queued_;
    std::unordered_map<std::size_t, Entry> entries_;
    std::list<std::size_t> recent_;  ///< ready blocks, the last used first
    std::deque<std::size_t> queue_;
    std::list<BlockScratch> scratches_;  ///< those not in use
    /// Blocks that are asked for one behind the other: a thread that reads a file, beside others that read elsewhere.
    struct Order {
        std::size_t next = SIZE_MAX;  ///< the block that would continue it
        std::uint64_t step = 0;       ///< when it was last continued, in steps of all orders
    };
    std::array<Order, 8> orders_;  ///< the last used first
    std::uint64_t steps_ = 0;
    std::vector<std::jthread> helpers_;  // last: joined first
};

} // namespace cloop
