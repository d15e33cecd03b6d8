// SPDX-License-Identifier: GPL-3.0-or-later
// How each block of an image stands: what the map shows.

#pragma once

#include "scan/block_scan.h"

#include <cstdint>
#include <span>
#include <vector>

namespace cloop::desktop {

/// What one square of the map stands for: a block, or several of which the worst state shows.
struct Cell {
    static constexpr std::uint8_t unknown = 255;

    std::uint8_t level = unknown;  ///< stored size against raw size: 0 nothing, 200 as long as the block, 254 longer
    BlockState state = BlockState::untested;

    bool operator==(const Cell &) const = default;
};

/// A plain value; two bytes a block.
class BlockCells {
public:
    BlockCells() = default;

    /// All unknown: an image that is about to be built.
    explicit BlockCells(std::size_t count) : cells_(count) { counts_[static_cast<std::size_t>(BlockState::untested)] = count; }

    /// As the index tells: nothing is tested yet, but what the index itself says is lost.
    static BlockCells fromIndex(const BlockIndex &index, std::uint32_t blockSize);

    /// The level of a block that is stored in `stored` bytes.
    static std::uint8_t levelOf(std::uint64_t stored, std::uint32_t blockSize);

    /// Pre: count ≥ size(). Those that come are unknown.
    void growTo(std::size_t count) {
        counts_[static_cast<std::size_t>(BlockState::untested)] += count - cells_.size();
        cells_.resize(count);
    }

    std::size_t size() const { return cells_.size(); }
    const Cell &operator[](std::size_t block) const { return cells_[block]; }
    void set(std::size_t block, Cell cell) {
        --counts_[static_cast<std::size_t>(cells_[block].state)];
        ++counts_[static_cast<std::size_t>(cell.state)];
        cells_[block] = cell;
    }
    void setState(std::size_t block, BlockState state) { set(block, {cells_[block].level, state}); }

    /// How many blocks are in each state.
    const std::array<std::size_t, block_state_count> &counts() const { return counts_; }

    std::span<const Cell> all() const { return cells_; }

    /// The cells of `perCell` blocks each: the worst state, the mean of the levels. `into` is replaced; its memory is used again.
    /// Pre: perCell > 0.
    void gather(std::size_t perCell, std::vector<Cell> &into) const;

    /// The next block from `from` on, or the one before it, that is damaged or unreadable; size() where there is none.
    std::size_t nextBad(std::size_t from) const;
    std::size_t previousBad(std::size_t from) const;

private:
    std::vector<Cell> cells_;
    std::array<std::size_t, block_state_count> counts_{};
};

/// The graver of two: damage before doubt, and that something was not tested before that it is sound.
BlockState graver(BlockState a, BlockState b);

/// True for what costs data.
constexpr bool isBad(BlockState state) { return state == BlockState::damaged || state == BlockState::unreadable; }

} // namespace cloop::desktop
