// SPDX-License-Identifier: GPL-3.0-or-later
// The map of an image as rows: where each block lies, and its state.

#pragma once

#include "report/json_text.h"

#include "image/block_reader.h"
#include "scan/block_scan.h"

#include <optional>

namespace cloop {

/// One block; or all blocks behind the end of a file that was cut short in one row, because a head can announce millions of them.
struct MapRow {
    BlockRange blocks;
    std::optional<BlockRef> place;  ///< none where the index is damaged
    std::uint32_t raw_size = 0;     ///< bytes of a block
    std::string_view state;

    Json json() const;
    std::string csv() const;  ///< a line of values with commas between them
};

inline constexpr std::string_view map_csv_head = "block,offset,stored,raw,codec,state\n";

/// The row that begins at `block`; the next one begins at `blocks.last`. `states`: one for each block. Pre: block < states.size().
MapRow map_row(const BlockReader &image, std::span<const BlockState> states, std::size_t block);

} // namespace cloop
