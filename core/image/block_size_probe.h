// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the raw size of some blocks to check the head's block size: with a wrong size, no block would decode.

#pragma once

#include "base/byte_source.h"
#include "format/head.h"

#include <vector>

namespace cloop {

class EntryReader;

struct ToldBlockSize {
    std::uint32_t size = 0;   ///< a valid block size
    bool is_checked = false;  ///< the block's own check passed
};

/// Measures up to 24 blocks spread over the image; the index may be damaged. `is_named`: the head names a version, so the first block that confirms
/// it ends the search; else two must confirm it by their own checks. Memory: one block, stored and raw.
std::vector<ToldBlockSize> told_block_sizes(const ByteSource &file, const Head &head, EntryReader &entry_at, bool is_named);

/// The block size that the fewest witnesses contradict: head, blocks and noted size.
std::uint32_t believed_block_size(const Head &head, const std::vector<ToldBlockSize> &told, std::optional<std::uint64_t> noted_size);

} // namespace cloop
