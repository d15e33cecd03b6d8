// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/block_cells.h"

#include <algorithm>

namespace cloop::desktop {

namespace {

/// Rank of a state: a cell of several blocks shows the worst one; untested is worse than sound.
int gravity(BlockState state) {
    switch (state) {
    case BlockState::sound: return 0;
    case BlockState::untested: return 1;
    case BlockState::unverifiable: return 2;
    case BlockState::damaged: return 3;
    case BlockState::unreadable: return 4;
    }
    return 0;
}

} // namespace

BlockState graver(BlockState a, BlockState b) { return gravity(a) < gravity(b) ? b : a; }

BlockCells BlockCells::fromIndex(const BlockIndex &index, std::uint32_t blockSize) {
    BlockCells cells(index.size());
    for (std::size_t block = 0; block < index.size(); ++block) {
        if (index.defect(block) == Defect::none) cells.set(block, {.level = levelOf(index[block].size, blockSize)});
        else cells.setState(block, BlockState::damaged);
    }
    return cells;
}

std::uint8_t BlockCells::levelOf(std::uint64_t stored, std::uint32_t blockSize) {
    return static_cast<std::uint8_t>(std::min<std::uint64_t>(stored * 200 / blockSize, Cell::unknown - 1));
}

void BlockCells::gather(std::size_t perCell, std::vector<Cell> &into) const {
    // The gravest state of each set of states, because zooming gathers a million blocks within a frame.
    std::array<BlockState, 1u << block_state_count> gravest{};
    for (std::size_t states = 0; states < gravest.size(); ++states) {
        gravest[states] = BlockState::sound;
        for (std::size_t state = 0; state < block_state_count; ++state)
            if (states & 1u << state) gravest[states] = graver(gravest[states], static_cast<BlockState>(state));
    }
    into.resize((cells_.size() + perCell - 1) / perCell);
    const Cell *block = cells_.data(), *const all = block + cells_.size();
    for (Cell &cell : into) {
        // Without branches, for the same reason.
        std::size_t sum = 0, known = 0, states = 0;
        for (const Cell *const end = block + std::min<std::size_t>(perCell, static_cast<std::size_t>(all - block)); block < end; ++block) {
            const std::size_t isKnown = block->level != Cell::unknown;
            sum += block->level * isKnown;
            known += isKnown;
            states |= std::size_t{1} << static_cast<unsigned>(block->state);
        }
        cell = {.level = known > 0 ? static_cast<std::uint8_t>(sum / known) : Cell::unknown, .state = gravest[states]};
    }
}

std::size_t BlockCells::nextBad(std::size_t from) const {
    while (from < cells_.size() && !isBad(cells_[from].state)) ++from;
    return from;
}

std::size_t BlockCells::previousBad(std::size_t from) const {
    for (std::size_t block = std::min(from, cells_.size()); block-- > 0;)
        if (isBad(cells_[block].state)) return block;
    return cells_.size();
}

} // namespace cloop::desktop
