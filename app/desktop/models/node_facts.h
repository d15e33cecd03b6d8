// SPDX-License-Identifier: GPL-3.0-or-later
// Computes the stored size and state of each file from the blocks of an image.

#pragma once

#include "filesystem/filesystem.h"
#include "models/block_cells.h"

#include <vector>

namespace cloop::desktop {

struct NodeFacts {
    std::uint64_t size = 0;       ///< bytes; for a folder of all below, each hard link counted
    std::uint64_t stored = 0;     ///< bytes of its share of the stored blocks; for a folder of all below
    BlockState state = BlockState::sound;       ///< the worst of its own blocks
    BlockState stateBelow = BlockState::sound;  ///< for a folder including all below
};

/// For each node. Files that share a block share its stored size proportionally.
std::vector<NodeFacts> judgeNodes(const Filesystem &filesystem, const BlockIndex &index, std::uint32_t blockSize, const BlockCells &cells);

} // namespace cloop::desktop
