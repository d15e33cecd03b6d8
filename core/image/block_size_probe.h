// SPDX-License-Identifier: GPL-3.0-or-later
// What some of the blocks tell of their raw size, which the head says too: of a wrong size no block would inflate.

#pragma once

#include "base/byte_source.h"
#include "format/head.h"

#include <vector>

namespace cloop {

class EntryReader;

struct ToldBlockSize {
    std::uint32_t size = 0;   ///< a valid block size
    bool is_checked = false;  ///< the block's own check agreed
};

/// Asks blocks all over the image, up to 24, by an index that need not be sound. `is_named`: the head is one for certain, so that the first
/// block that confirms it ends the asking; else two must do so by their own checks. Memory: one block, stored and raw.
std::vector<ToldBlockSize> told_block_sizes(const ByteSource &file, const Head &head, EntryReader &entry_at, bool is_named);

/// The block size that the fewest witnesses contradict: head, blocks, and the size that is noted.
std::uint32_t believed_block_size(const Head &head, const std::vector<ToldBlockSize> &told, std::optional<std::uint64_t> noted_size);

} // namespace cloop
