// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/block_cache.h"

#include <algorithm>
#include <cstring>
#include <exception>
#include <new>

namespace cloop {

BlockCache::BlockCache(const BlockReader &image, std::size_t bytes, unsigned threads, std::chrono::milliseconds failure_memory)
    : image_(image), capacity_(std::max<std::size_t>(bytes / image.block_size(), 2)), helper_count_(std::max(threads, 1u) - 1),
      ahead_(std::min<std::size_t>(4 * std::size_t{helper_count_}, capacity_ / 2)), failure_memory_(failure_memory) {}

BlockCache::~BlockCache() {
    {
        const std::lock_guard lock(mutex_);
        for (auto &helper : helpers_) helper.request_stop();
    }
    has_queued_.notify_all();
}

Result<BlockCache::Bytes> BlockCache::get(std::size_t block) try {
    std::unique_lock lock(mutex_);
    follow(block);
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
        // Another thread decodes it: decode a queued block meanwhile, because with waiting only, the threads would take turns.
        if (!load_queued(lock)) loaded_.wait(lock);
    }
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

Result<std::size_t> BlockCache::read_at(std::uint64_t offset, std::span<std::byte> out) {
    if (offset >= image_.size()) return 0;
    out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), image_.size() - offset)));
    for (std::size_t done = 0; done < out.size();) {
        const std::uint64_t at = offset + done;
        const auto within = static_cast<std::size_t>(at % image_.block_size());
        const std::size_t part = std::min<std::size_t>(out.size() - done, image_.block_size() - within);
        CLOOP_LET(bytes, get(static_cast<std::size_t>(at / image_.block_size())));
        std::memcpy(out.data() + done, bytes.get() + within, part);
        done += part;
    }
    return out.size();
}

/// Loads a queued block. False if none is queued.
bool BlockCache::load_queued(std::unique_lock<std::mutex> &lock) {
    while (!queue_.empty()) {
        const std::size_t block = queue_.front();
        queue_.pop_front();
        // Another thread may have loaded it meanwhile, and it may have been evicted again.
        const auto at = entries_.find(block);
        if (at == entries_.end() || at->second.state != State::queued) continue;
        load(block, lock);
        return true;
    }
    return false;
}

/// Decodes without the lock; the entry is `loading` meanwhile, so that no other thread evicts or loads it. Allocates everything before that, so that
/// std::bad_alloc leaves the entry unchanged.
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
    CLOOP_TRY(image_.read_block(block, {bytes.get(), image_.block_size()}, scratch));
    return bytes;
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

/// Pre: the lock is held. Repeated requests for the same block, as of a thread that reads in small pieces, count once.
void BlockCache::follow(std::size_t block) {
    if (helper_count_ == 0) return;
    auto order = std::ranges::find_if(orders_, [&](const Order &one) { return one.next == block || one.next == block + 1; });
    const bool is_continued = order != orders_.end() && order->next == block;
    if (order == orders_.end()) *--order = {};
    order->next = block + 1;
    if (is_continued) order->step = ++steps_;
    std::rotate(orders_.begin(), order, order + 1);
    if (is_continued) look_ahead(block);
}

/// Pre: the lock is held.
void BlockCache::look_ahead(std::size_t block) {
    try {
        if (helpers_.empty())
            for (unsigned i = 0; i < helper_count_; ++i) helpers_.emplace_back([this](std::stop_token stop) { help(stop); });
    } catch (const std::exception &) {
        // The system refuses more threads: the reading thread decodes itself.
    }
    if (helpers_.empty()) return;
    // Blocks decoded ahead for all readers must not be evicted before use.
    constexpr std::uint64_t recent_steps = 16;
    const auto active = std::ranges::count_if(orders_, [&](const Order &one) { return one.step > 0 && steps_ - one.step < recent_steps; });
    const std::size_t end = std::min(block + 1 + std::max<std::size_t>(ahead_ / static_cast<std::size_t>(active), 1), image_.block_count());
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
