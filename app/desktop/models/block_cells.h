// SPDX-License-Identifier: GPL-3.0-or-later
// State and stored size of each block of an image, as the map shows them.

#pragma once

#include "scan/block_scan.h"

#include <cstdint>
#include <span>
#include <vector>

namespace cloop::desktop {

/// A square of the map: one block, or several with the worst state of them.
struct Cell {
    static constexpr std::uint8_t unknown = 255;

    std::uint8_t level = unknown;  ///< stored size relative to raw size: 0 nothing, 200 equal, 254 larger
    BlockState state = BlockState::untested;

    bool operator==(const Cell &) const = default;

    /// Not stored yet: a block of an image that is being built.
    bool isPending() const { return level == unknown && state == BlockState::untested; }
};

/// Two bytes per block.
class BlockCells {
public:
    BlockCells() = default;

    /// All unknown, for an image to be built.
    explicit BlockCells(std::size_t count) { growTo(count); }

    /// By the index: blocks with a defect are damaged, all others untested.
    static BlockCells fromIndex(const BlockIndex &index, std::uint32_t blockSize);

    /// The level of a block with `stored` bytes.
    static std::uint8_t levelOf(std::uint64_t stored, std::uint32_t blockSize);

    /// Pre: count ≥ size(). New cells are unknown.
    void growTo(std::size_t count) {
        counts_[static_cast<std::size_t>(BlockState::untested)] += count - cells_.size();
        pending_ += count - cells_.size();
        cells_.resize(count);
    }

    std::size_t size() const { return cells_.size(); }
    const Cell &operator[](std::size_t block) const { return cells_[block]; }
    void set(std::size_t block, Cell cell) {
        --counts_[static_cast<std::size_t>(cells_[block].state)];
        ++counts_[static_cast<std::size_t>(cell.state)];
        pending_ -= cells_[block].isPending();
        pending_ += cell.isPending();
        cells_[block] = cell;
    }
    void setState(std::size_t block, BlockState state) { set(block, {cells_[block].level, state}); }

    /// Number of blocks in each state.
    const std::array<std::size_t, block_state_count> &counts() const { return counts_; }

    /// Number of blocks that are not stored yet, which are untested too.
    std::size_t pending() const { return pending_; }

    std::span<const Cell> all() const { return cells_; }

    /// Cells of `perCell` blocks each, with worst state and mean level. Replaces `into`, reusing its memory.
    /// Pre: perCell > 0.
    void gather(std::size_t perCell, std::vector<Cell> &into) const;

    /// The next block from `from` on, or the previous one before it, that is damaged or unreadable; size() if there is none.
    std::size_t nextBad(std::size_t from) const;
    std::size_t previousBad(std::size_t from) const;

private:
    std::vector<Cell> cells_;
    std::array<std::size_t, block_state_count> counts_{};
    std::size_t pending_ = 0;
};

/// The worse of two states: damaged, then doubtful, then untested, then sound.
BlockState graver(BlockState a, BlockState b);

/// Whether the state means lost data.
constexpr bool isBad(BlockState state) { return state == BlockState::damaged || state == BlockState::unreadable; }

} // namespace cloop::desktop
