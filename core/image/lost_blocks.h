// SPDX-License-Identifier: GPL-3.0-or-later
// Which blocks are lost, and why: in runs, since damage comes in runs, and a head can announce millions of blocks that were never there.

#pragma once

#include "base/error.h"
#include "image/block_range.h"

namespace cloop {

/// Blocks in a row, lost for the same reason.
struct LostBlocks : BlockRange {
    Error error;  ///< of the first
};

/// Adds blocks behind those of `runs`; what is there already counts once. Pre: in the order of the blocks.
void append_lost(std::vector<LostBlocks> &runs, BlockRange blocks, const Error &error);

/// The blocks of all runs.
std::size_t count_lost(const std::vector<LostBlocks> &runs);

} // namespace cloop
