// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the block map; pure functions.

#pragma once

#include "models/block_cells.h"

#include <QColor>
#include <QImage>
#include <QPalette>

#include <array>
#include <span>

namespace cloop::desktop {

/// Colour schemes of the ratios.
enum class MapScheme { blue, viridis, contrast };

/// The colours of the map. Ratios use a scale of lightness, which colour-blind users can distinguish; damage has a pattern as well as a colour.
struct MapColours {
    std::array<QRgb, 256> levels{};  ///< by Cell::level
    QRgb background = 0;
    QRgb bad = 0;           ///< damaged and unreadable
    QRgb badPattern = 0;
    QRgb pending = 0;       ///< blocks not known yet
    QRgb chosen = 0;        ///< the frame of the chosen cells
    QRgb chosenInside = 0;  ///< a second line within it, so that one of the two shows on every colour
    QRgb outline = 0;       ///< around what would else melt into the background
    bool fadesUntested = false;  ///< a check has begun: what it has not come to is pale

    static MapColours forTheme(bool isDark, MapScheme scheme);

    /// The colour of a cell, without its pattern.
    QRgb of(const Cell &cell) const;

    /// Adapts the colours to the number of blocks in each state.
    MapColours &withCounts(const std::array<std::size_t, block_state_count> &counts);
};


/// Layout of the map's cells. Lengths in device pixels.
struct MapGrid {
    std::size_t perCell = 1;  ///< blocks in one cell
    int cell = 8;             ///< side of a cell including the gap
    int gap = 1;
    int columns = 1;
    int lead = 0;             ///< places left free in the first row, so that a cell can be in the column where the pointer is; below `columns`

    int rows(std::size_t blocks) const;

    /// Where a cell lies, counted in cells; and which cell lies there, SIZE_MAX for a free place.
    int rowOf(std::size_t number) const { return static_cast<int>((number + static_cast<std::size_t>(lead)) / static_cast<std::size_t>(columns)); }
    int columnOf(std::size_t number) const { return static_cast<int>((number + static_cast<std::size_t>(lead)) % static_cast<std::size_t>(columns)); }
    std::size_t at(int row, int column) const {
        const std::size_t place = static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
        return place < static_cast<std::size_t>(lead) ? SIZE_MAX : place - static_cast<std::size_t>(lead);
    }

    /// The grid that shows all blocks in an area, with cells as large as fit, of several blocks each where there are too many.
    static MapGrid fitting(std::size_t blocks, int width, int height, qreal scale);

    /// Zooms in or out by steps. Cells shrink to the minimum before blocks are gathered.
    MapGrid zoomed(int steps, int width, qreal scale) const;
};

/// Unverifiable: a cell whose middle, a third of its side, has the colour of the background, if it is large enough.
bool isHollow(const Cell &cell, int side);

/// Fills `image` (32-bit, without alpha) with the rows from `top` on, in device pixels from the first row's upper edge. `chosen`: blocks
/// [first, last) with a frame. `lit`: 1 for each cell that stays bright, with a thin frame, while the others fade; empty: all do.
void paintMap(QImage &image, std::span<const Cell> cells, const MapGrid &grid, int top, const MapColours &colours,
              const BlockRange &chosen = {}, std::span<const std::uint8_t> lit = {});

} // namespace cloop::desktop
