// SPDX-License-Identifier: GPL-3.0-or-later
// Every block of an image, decoded in parallel and handed over in order.

#pragma once

#include "image/block_reader.h"

#include <functional>
#include <stop_token>

namespace cloop {

/// One block on its way past. Valid during the visit.
struct WalkedBlock {
    std::size_t number = 0;
    std::size_t count = 1;            ///< more than 1: so many blocks from `number` on are missing, all alike
    Result<RawBlock> outcome;         ///< errors: those of BlockReader::read_block()
    std::span<const std::byte> raw{}; ///< block_size() bytes; undefined where outcome is an error
    std::uint64_t hash = 0;           ///< hash_block(raw), where it was asked for

    BlockRange range() const { return {number, number + count}; }
};

struct WalkOptions {
    BlockRange blocks{0, SIZE_MAX};  ///< cut to the number of blocks
    unsigned threads = 1;
    bool want_hashes = false;
};

/// Visits in the caller's thread. Damage does not end the walk, an error that the visitor returns does.
/// Memory: 4 × threads blocks and a scratch for each thread. Errors: the visitor's; cancelled; out_of_memory.
Status walk_blocks(const BlockReader &image, const WalkOptions &options, const std::stop_token &stop,
                   const std::function<Status(const WalkedBlock &)> &visit);

} // namespace cloop
