// SPDX-License-Identifier: GPL-3.0-or-later
// Decodes all blocks of an image in parallel and visits them in order.

#pragma once

#include "image/block_reader.h"

#include <functional>
#include <stop_token>

namespace cloop {

/// A visited block. Valid during the visit.
struct WalkedBlock {
    std::size_t number = 0;
    std::size_t count = 1;            ///< more than 1: a run of missing blocks from `number` on
    Result<RawBlock> outcome;         ///< errors: those of BlockReader::read_block()
    std::span<const std::byte> raw{}; ///< block_size() bytes; undefined where outcome is an error
    std::uint64_t hash = 0;           ///< hash_block(raw), if requested

    BlockRange range() const { return {number, number + count}; }
};

struct WalkOptions {
    BlockRange blocks{0, SIZE_MAX};  ///< clipped to the image
    unsigned threads = 1;
    bool want_hashes = false;
};

/// Visits in the caller's thread. Damage does not end the walk; an error of the visitor does.
/// Memory: 4 × threads blocks and scratch memory per thread. Errors: the visitor's; cancelled; out_of_memory.
Status walk_blocks(const BlockReader &image, const WalkOptions &options, const std::stop_token &stop,
                   const std::function<Status(const WalkedBlock &)> &visit);

} // namespace cloop
