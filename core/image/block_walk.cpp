// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/block_walk.h"

#include "base/ordered_pool.h"
#include "image/block_encoders.h"

#include <algorithm>
#include <new>

namespace cloop {

namespace {

struct DecodeSlot {
    std::vector<std::byte> raw;
    WalkedBlock block{.outcome = RawBlock{}};
};

} // namespace

Status walk_blocks(const BlockReader &image, const WalkOptions &options, const std::stop_token &stop,
                   const std::function<Status(const WalkedBlock &)> &visit) try {
    const unsigned threads = std::max(options.threads, 1u);
    std::vector<BlockScratch> scratches(threads);
    OrderedPool<DecodeSlot> pool(threads, window_for(threads, image.block_size()), [&](DecodeSlot &slot, unsigned worker) {
        try {
            slot.raw.resize(image.block_size());
            slot.block.outcome = image.read_block(slot.block.number, slot.raw, scratches[worker]);
            slot.block.raw = slot.raw;
            if (options.want_hashes && slot.block.outcome) slot.block.hash = hash_block(slot.raw);
        } catch (const std::bad_alloc &) {
            slot.block.outcome = fail(ErrorCode::out_of_memory);
        }
    });

    const std::size_t end = std::min(options.blocks.last, image.block_count());
    const std::size_t last = std::clamp(image.index().known_size(), std::min(options.blocks.first, end), end);
    std::size_t next = options.blocks.first;
    for (;;) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        DecodeSlot *done = pool.try_next();
        if (!done && next < last) {
            if (DecodeSlot *slot = pool.free_slot()) {
                slot->block.number = next++;
                pool.submit();
                continue;
            }
        }
        if (!done && pool.is_empty()) {
            if (last < end) CLOOP_TRY(visit({.number = last, .count = end - last, .outcome = image.read_block(last, {}, scratches[0])}));
            return {};
        }
        if (!done) done = &pool.next();
        if (!done->block.outcome && done->block.outcome.error().code == ErrorCode::out_of_memory)
            return std::unexpected(done->block.outcome.error());
        CLOOP_TRY(visit(done->block));
        pool.release();
    }
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

} // namespace cloop
