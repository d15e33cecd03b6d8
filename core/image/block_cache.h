// Raw blocks in memory, decoded once however many ask for them, and ahead of whoever reads in order.

#pragma once

#include "image/image_reader.h"

#include <condition_variable>
#include <deque>
#include <list>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace cloop {

/// Threads: get() from any. A block is decoded by the thread that asks first, or by one of threads − 1 helpers that start with
/// the first reading in order.
class BlockCache {
public:
    BlockCache(const ImageReader &image, const ImageReader::Options &options);
    ~BlockCache();

    /// A raw block of block_size() bytes that stays valid while the pointer is held. Errors: those of ImageReader::read_block().
    using Bytes = std::shared_ptr<const std::byte[]>;
    Result<Bytes> get(std::size_t block);

private:
    enum class State { queued, loading, ready };
    struct Entry {
        State state = State::queued;
        Result<Bytes> bytes{Bytes()};
        std::list<std::size_t>::iterator used;  ///< valid where ready
    };

    void load(std::size_t block, std::unique_lock<std::mutex> &lock);
    bool load_queued(std::unique_lock<std::mutex> &lock);
    void look_ahead(std::size_t block);
    void help(const std::stop_token &stop);
    Result<Bytes> decode(std::size_t block, BlockScratch &scratch) const;

    const ImageReader &image_;
    const std::size_t capacity_;  ///< in blocks
    const unsigned helper_count_;
    const std::size_t ahead_;     ///< how many blocks the helpers may be in front

    std::mutex mutex_;            ///< guards everything below
    std::condition_variable loaded_;
    std::condition_variable has_queued_;
    std::unordered_map<std::size_t, Entry> entries_;
    std::list<std::size_t> recent_;  ///< ready blocks, the last used first
    std::deque<std::size_t> queue_;
    std::list<BlockScratch> scratches_;  ///< those not in use
    std::size_t next_in_order_ = 1;  ///< the block that would make it reading in order; not 0: one block is no order
    std::vector<std::jthread> helpers_;  // last: joined first
};

} // namespace cloop
