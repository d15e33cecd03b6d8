// SPDX-License-Identifier: GPL-3.0-or-later
// Lost blocks and the reason, stored as runs, because a head can announce millions of blocks that don't exist.

#pragma once

#include "base/error.h"
#include "image/block_range.h"

namespace cloop {

/// Adjacent blocks lost for the same reason.
struct LostBlocks : BlockRange {
    Error error;  ///< of the first
};

/// Appends blocks; those already in `runs` count once. Pre: ascending order.
void append_lost(std::vector<LostBlocks> &runs, BlockRange blocks, const Error &error);

/// Number of blocks in all runs.
std::size_t count_lost(const std::vector<LostBlocks> &runs);

} // namespace cloop
