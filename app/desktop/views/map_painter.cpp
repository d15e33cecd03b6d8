// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map_painter.h"

#include <algorithm>
#include <cmath>

namespace cloop::desktop {

namespace {

constexpr int smallestCell = 4;   // logical pixels
constexpr int largestCell = 32;

int scaled(int logical, qreal scale) { return std::max(1, static_cast<int>(std::lround(logical * scale))); }

/// The gap between cells, 0 for small ones.
int gapOf(int cell, qreal scale) { return cell >= scaled(5, scale) ? scaled(1, scale) : 0; }

QRgb mixed(QRgb from, QRgb to, int part, int whole) {
    const auto channel = [&](int a, int b) { return a + (b - a) * part / whole; };
    return qRgb(channel(qRed(from), qRed(to)), channel(qGreen(from), qGreen(to)), channel(qBlue(from), qBlue(to)));
}

struct Canvas {
    QImage &image;

    void fill(int x, int y, int width, int height, QRgb colour) {
        const int right = std::min(x + width, image.width()), bottom = std::min(y + height, image.height());
        for (int row = std::max(y, 0); row < bottom; ++row) {
            auto *line = reinterpret_cast<QRgb *>(image.scanLine(row));
            std::fill(line + std::min(std::max(x, 0), right), line + right, colour);
        }
    }

    /// Diagonals for damaged, cross-hatching for unreadable, to distinguish them without colour.
    void hatch(int x, int y, int side, int step, bool isCrossed, QRgb colour) {
        for (int row = std::max(y, 0); row < std::min(y + side, image.height()); ++row) {
            auto *line = reinterpret_cast<QRgb *>(image.scanLine(row));
            for (int column = x; column < std::min(x + side, image.width()); ++column) {
                const int dx = column - x, dy = row - y;
                if ((dx + dy) % step == 0 || (isCrossed && (dx - dy + 64 * step) % step == 0)) line[column] = colour;
            }
        }
    }

    void frame(int x, int y, int side, int width, QRgb colour) {
        fill(x, y, side, width, colour);
        fill(x, y + side - width, side, width, colour);
        fill(x, y, width, side, colour);
        fill(x + side - width, y, width, side, colour);
    }
};

} // namespace

bool isHollow(const Cell &cell, int side) { return cell.state == BlockState::unverifiable && cell.level != Cell::unknown && side >= 3; }

MapColours MapColours::forTheme(bool isDark, MapScheme scheme) {
    // From small to incompressible blocks, increasing contrast with the background.
    const auto along = [&](std::size_t level) {
        const std::array<std::array<QRgb, 3>, 3> light{{
            {qRgb(0xdc, 0xea, 0xf7), qRgb(0x5a, 0x9b, 0xd5), qRgb(0x12, 0x33, 0x5c)},
            {qRgb(0xf4, 0xe6, 0x3e), qRgb(0x21, 0x91, 0x8c), qRgb(0x44, 0x01, 0x54)},
            {qRgb(0xf0, 0xf0, 0xf0), qRgb(0x88, 0x88, 0x88), qRgb(0x00, 0x00, 0x00)},
        }};
        const std::array<std::array<QRgb, 3>, 3> dark{{
            {qRgb(0x1d, 0x39, 0x57), qRgb(0x3f, 0x85, 0xc4), qRgb(0xd6, 0xe9, 0xfb)},
            {qRgb(0x44, 0x01, 0x54), qRgb(0x21, 0x91, 0x8c), qRgb(0xf4, 0xe6, 0x3e)},
            {qRgb(0x30, 0x30, 0x30), qRgb(0x98, 0x98, 0x98), qRgb(0xff, 0xff, 0xff)},
        }};
        const auto &stops = (isDark ? dark : light)[static_cast<std::size_t>(scheme)];
        const int at = static_cast<int>(std::min<std::size_t>(level, 200));
        return at < 100 ? mixed(stops[0], stops[1], at, 100) : mixed(stops[1], stops[2], at - 100, 100);
    };
    MapColours colours;
    for (std::size_t level = 0; level < colours.levels.size(); ++level) colours.levels[level] = along(level);
    colours.background = isDark ? qRgb(0x1b, 0x1e, 0x22) : qRgb(0xfb, 0xfb, 0xfc);
    colours.bad = isDark ? qRgb(0xff, 0x8a, 0x3d) : qRgb(0xd9, 0x4a, 0x00);
    colours.badPattern = isDark ? qRgb(0x40, 0x12, 0x00) : qRgb(0xff, 0xe3, 0xd1);
    if (scheme == MapScheme::contrast) {
        colours.background = isDark ? qRgb(0, 0, 0) : qRgb(0xff, 0xff, 0xff);
        colours.bad = isDark ? qRgb(0xff, 0xff, 0x00) : qRgb(0xd0, 0x00, 0x00);
        colours.badPattern = isDark ? qRgb(0, 0, 0) : qRgb(0xff, 0xff, 0xff);
    }
    colours.pending = isDark ? qRgb(0x2b, 0x30, 0x36) : qRgb(0xec, 0xed, 0xef);
    colours.chosen = isDark ? qRgb(0xff, 0xff, 0xff) : qRgb(0x00, 0x00, 0x00);
    colours.chosenInside = isDark ? qRgb(0x00, 0x00, 0x00) : qRgb(0xff, 0xff, 0xff);
    colours.outline = isDark ? qRgb(0x60, 0x68, 0x70) : qRgb(0xa8, 0xb0, 0xb8);
    return colours;
}

QRgb MapColours::of(const Cell &cell) const {
    if (isBad(cell.state)) return bad;
    if (cell.level == Cell::unknown) return pending;
    const bool isPale = fadesUntested && cell.state == BlockState::untested;
    return isPale ? mixed(levels[cell.level], background, 3, 5) : levels[cell.level];
}

MapColours &MapColours::withCounts(const std::array<std::size_t, block_state_count> &counts) {
    fadesUntested = counts[static_cast<std::size_t>(BlockState::sound)] > 0 || counts[static_cast<std::size_t>(BlockState::unverifiable)] > 0;
    return *this;
}

int MapGrid::rows(std::size_t blocks) const {
    const std::size_t cells = (blocks + perCell - 1) / perCell + static_cast<std::size_t>(lead);
    return static_cast<int>((cells + static_cast<std::size_t>(columns) - 1) / static_cast<std::size_t>(columns));
}

MapGrid MapGrid::fitting(std::size_t blocks, int width, int height, qreal scale) {
    MapGrid grid;
    for (int logical = largestCell; logical >= smallestCell; --logical) {
        grid.cell = scaled(logical, scale);
        grid.gap = gapOf(grid.cell, scale);
        grid.columns = std::max(1, width / grid.cell);
        if (grid.rows(blocks) * grid.cell <= height) return grid;
    }
    const auto capacity = static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(std::max(1, height / grid.cell));
    grid.perCell = std::max<std::size_t>(1, (blocks + capacity - 1) / capacity);
    return grid;
}

MapGrid MapGrid::zoomed(int steps, int width, qreal scale) const {
    MapGrid grid = *this;
    grid.lead = 0;
    for (; steps > 0; --steps) {
        if (grid.perCell > 1) grid.perCell = (grid.perCell + 1) / 2;
        else grid.cell = std::min(grid.cell * 5 / 4 + 1, scaled(largestCell, scale));
    }
    for (; steps < 0; ++steps) {
        if (grid.cell > scaled(smallestCell, scale)) grid.cell = std::max((grid.cell - 1) * 4 / 5, scaled(smallestCell, scale));
        else grid.perCell *= 2;
    }
    grid.gap = gapOf(grid.cell, scale);
    grid.columns = std::max(1, width / grid.cell);
    return grid;
}

void paintMap(QImage &image, std::span<const Cell> cells, const MapGrid &grid, int top, const MapColours &colours,
              const BlockRange &chosen, std::span<const std::uint8_t> lit) {
    const QSize size = image.size();
    Canvas canvas{image};
    // Each pixel is written once: filling the whole picture first would cost as much as all cells.
    const auto clear = [&](int from, int to) { canvas.fill(0, from, size.width(), to - from, colours.background); };
    const int side = grid.cell - grid.gap;
    // Damage never fades.
    const auto isFaded = [&](std::size_t number) { return number < lit.size() && !lit[number] && !isBad(cells[number].state); };
    const auto shown = [&](std::size_t number, QRgb colour) { return isFaded(number) ? mixed(colour, colours.background, 4, 5) : colour; };
    int row = top / grid.cell;
    for (; row * grid.cell - top < size.height(); ++row) {
        const std::size_t first = row == 0 ? 0 : grid.at(row, 0);
        if (first >= cells.size()) break;
        const std::size_t last = std::min(grid.at(row + 1, 0), cells.size());
        const int y = row * grid.cell - top, left = grid.columnOf(first) * grid.cell;
        // Paint plain colours as one line and copy it.
        const int begin = std::max(y, 0), end = std::min(y + side, size.height());
        clear(y + side, y + grid.cell);
        if (begin >= end) continue;
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(begin));
        std::fill_n(line, size.width(), colours.background);
        for (std::size_t number = first; number < last; ++number) {
            const Cell &cell = cells[number];
            const int x = left + static_cast<int>(number - first) * grid.cell;
            std::fill(line + std::min(x, size.width()), line + std::min(x + side, size.width()), shown(number, colours.of(cell)));
        }
        for (int other = begin + 1; other < end; ++other) std::copy_n(line, size.width(), reinterpret_cast<QRgb *>(image.scanLine(other)));
        // Then paint patterns and frames on top.
        for (std::size_t number = first; number < last; ++number) {
            const Cell &cell = cells[number];
            const int x = left + static_cast<int>(number - first) * grid.cell;
            if (isBad(cell.state) && side >= 3)
                canvas.hatch(x, y, side, std::max(3, side / 3), cell.state == BlockState::unreadable, shown(number, colours.badPattern));
            if (isHollow(cell, side))
                canvas.fill(x + side / 3, y + side / 3, side - 2 * (side / 3), side - 2 * (side / 3), colours.background);
            if (number < lit.size() && lit[number] && side >= 5) canvas.frame(x, y, side, 1, colours.chosen);
            if (number * grid.perCell < chosen.last && (number + 1) * grid.perCell > chosen.first) {
                const int width = std::max(1, side / 8);
                // The smallest cells have no room for more than the two lines: with the dark one outside, a hollow one would look the same as before.
                const bool isSmall = side < 6;
                canvas.frame(x, y, side, width, isSmall ? colours.chosenInside : colours.chosen);
                canvas.frame(x + width, y + width, side - 2 * width, width, isSmall ? colours.chosen : colours.chosenInside);
            }
        }
    }
    clear(row * grid.cell - top, size.height());
}

} // namespace cloop::desktop
