// SPDX-License-Identifier: GPL-3.0-or-later
// What is lost, by all that is known: what the index says, a check found, or the map of a copied disc tells.

#pragma once

#include "image/block_reader.h"
#include "image/lost_blocks.h"
#include "models/block_cells.h"

namespace cloop::desktop {

/// The bad blocks of `cells` in runs. `causes`: why, where that is known, in order; else the index or the state tells.
std::vector<LostBlocks> damageOf(const BlockReader &image, const BlockCells &cells, const std::vector<LostBlocks> &causes);

} // namespace cloop::desktop
