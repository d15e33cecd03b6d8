// SPDX-License-Identifier: GPL-3.0-or-later
// Lists lost blocks, by the index, a check, or the map of a copied disc.

#pragma once

#include "image/block_reader.h"
#include "image/lost_blocks.h"
#include "models/block_cells.h"

namespace cloop::desktop {

/// The damaged and unreadable blocks of `cells` as runs. `causes`: known errors, in order; for other blocks, index or state decide.
std::vector<LostBlocks> damageOf(const BlockReader &image, const BlockCells &cells, const std::vector<LostBlocks> &causes);

} // namespace cloop::desktop
