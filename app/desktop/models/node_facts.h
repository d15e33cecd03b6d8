// SPDX-License-Identifier: GPL-3.0-or-later
// What the blocks of an image say of the files in it: how much room each takes, and whether it is whole.

#pragma once

#include "filesystem/filesystem.h"
#include "models/block_cells.h"

#include <vector>

namespace cloop::desktop {

struct NodeFacts {
    std::uint64_t size = 0;       ///< bytes; of a folder: of all below, hard links counted each
    std::uint64_t stored = 0;     ///< its share of the stored blocks, in bytes; of a folder: of all below
    BlockState state = BlockState::sound;       ///< the gravest of its own blocks
    BlockState stateBelow = BlockState::sound;  ///< of a folder also of all below
};

/// For each node. A file that shares a block has a share of what it takes.
std::vector<NodeFacts> judgeNodes(const Filesystem &filesystem, const BlockIndex &index, std::uint32_t blockSize, const BlockCells &cells);

} // namespace cloop::desktop
