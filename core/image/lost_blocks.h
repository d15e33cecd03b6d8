// Which blocks are lost, and why: in runs, since damage comes in runs, and a head can announce millions of blocks that were never there.

#pragma once

#include "base/error.h"

#include <cstddef>
#include <vector>

namespace cloop {

/// Blocks [first, last) in a row, lost for the same reason.
struct LostBlocks {
    std::size_t first = 0;
    std::size_t last = 0;
    Error error;  ///< of the first

    std::size_t count() const { return last - first; }
};

/// Adds blocks [first, last) behind those of `runs`; what is there already counts once. Pre: in the order of the blocks.
void append_lost(std::vector<LostBlocks> &runs, std::size_t first, std::size_t last, const Error &error);

/// The blocks of all runs.
std::size_t count_lost(const std::vector<LostBlocks> &runs);

} // namespace cloop
