#include "image/block_cache.h"

#include <algorithm>
#include <exception>
#include <new>

namespace cloop {

BlockCache::BlockCache(const ImageReader &image, const ImageReader::Options &options)
    : image_(image), capacity_(std::max<std::size_t>(options.cache_bytes / image.block_size(), 2)), helper_count_(std::max(options.threads, 1u) - 1),
      ahead_(std::min<std::size_t>(4 * std::size_t{helper_count_}, capacity_ / 2)), failure_memory_(options.failure_memory) {}

BlockCache::~BlockCache() {
    {
        const std::lock_guard lock(mutex_);
        for (auto &helper : helpers_) helper.request_stop();
    }
    has_queued_.notify_all();
}

Result<BlockCache::Bytes> BlockCache::get(std::size_t block) try {
    std::unique_lock lock(mutex_);
    if (block == next_in_order_) look_ahead(block);
    next_in_order_ = block + 1;

    for (;;) {
        auto [at, is_new] = entries_.try_emplace(block);
        Entry &entry = at->second;
        if (is_new || entry.state == State::queued) {
            load(block, lock);
            continue;
        }
        if (entry.state == State::ready) {
            recent_.splice(recent_.begin(), recent_, entry.used);
            if (entry.bytes) return entry.bytes;
            const auto now = Clock::now();
            const bool is_kept = entry.bytes.error().code != ErrorCode::out_of_memory && entry.told && now - *entry.told < failure_memory_;
            if (is_kept || !entry.told) {
                entry.told = now;
                return entry.bytes;
            }
            recent_.erase(entry.used);
            entries_.erase(at);
            continue;
        }
        // Somebody decodes it. Decoding the next meanwhile keeps both busy; only waiting would make them take turns.
        if (!load_queued(lock)) loaded_.wait(lock);
    }
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

/// Loads one block of those that were asked for ahead. False where there is none.
bool BlockCache::load_queued(std::unique_lock<std::mutex> &lock) {
    while (!queue_.empty()) {
        const std::size_t block = queue_.front();
        queue_.pop_front();
        // Somebody may have loaded it meanwhile, and it may even be gone again.
        const auto at = entries_.find(block);
        if (at == entries_.end() || at->second.state != State::queued) continue;
        load(block, lock);
        return true;
    }
    return false;
}

/// Decodes with the lock open; the entry is `loading` meanwhile, so nobody drops it or loads it too. Whatever it needs is allocated
/// before that: std::bad_alloc leaves the entry as it was.
void BlockCache::load(std::size_t block, std::unique_lock<std::mutex> &lock) {
    std::list<std::size_t> used(1, block);
    std::list<BlockScratch> scratch;
    if (scratches_.empty()) scratch.emplace_front();
    else scratch.splice(scratch.begin(), scratches_, scratches_.begin());
    entries_.at(block).state = State::loading;
    lock.unlock();
    auto bytes = decode(block, scratch.front());

    lock.lock();
    scratches_.splice(scratches_.begin(), scratch);
    recent_.splice(recent_.begin(), used);
    Entry &entry = entries_.at(block);
    entry.bytes = std::move(bytes);
    entry.used = recent_.begin();
    entry.state = State::ready;
    while (recent_.size() > capacity_) {
        entries_.erase(recent_.back());
        recent_.pop_back();
    }
    loaded_.notify_all();
}

Result<BlockCache::Bytes> BlockCache::decode(std::size_t block, BlockScratch &scratch) const try {
    auto bytes = std::make_shared_for_overwrite<std::byte[]>(image_.block_size());
    auto read = image_.read_block(block, {bytes.get(), image_.block_size()}, scratch);
    if (!read) return std::unexpected(std::move(read).error());
    return bytes;
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

/// Pre: the lock is held.
void BlockCache::look_ahead(std::size_t block) {
    if (helper_count_ == 0) return;
    try {
        if (helpers_.empty())
            for (unsigned i = 0; i < helper_count_; ++i) helpers_.emplace_back([this](std::stop_token stop) { help(stop); });
    } catch (const std::exception &) {
        // The system gives no more threads: the thread that asks decodes by itself.
    }
    if (helpers_.empty()) return;
    const std::size_t end = std::min(block + 1 + ahead_, image_.block_count());
    for (std::size_t next = block + 1; next < end; ++next)
        if (entries_.try_emplace(next).second) queue_.push_back(next);
    has_queued_.notify_all();
}

void BlockCache::help(const std::stop_token &stop) {
    std::unique_lock lock(mutex_);
    for (;;) {
        has_queued_.wait(lock, [&] { return stop.stop_requested() || !queue_.empty(); });
        if (stop.stop_requested()) return;
        try {
            load_queued(lock);
        } catch (const std::bad_alloc &) {
            // The block stays queued for the next thread.
        }
    }
}

} // namespace cloop
