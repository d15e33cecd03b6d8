// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/damage_list.h"

#include <algorithm>

namespace cloop::desktop {

namespace {

Error causeOf(const BlockReader &image, std::size_t block, BlockState state) {
    if (block >= image.index().known_size()) return {.code = ErrorCode::block_missing};
    switch (image.index().defect(block)) {
    case Defect::entry_damaged: return {.code = ErrorCode::entry_damaged};
    case Defect::missing: return {.code = ErrorCode::block_missing};
    case Defect::none: break;
    }
    const std::uint64_t offset = image.index()[block].offset;
    if (state == BlockState::unreadable) return {.code = ErrorCode::block_unreadable, .offset = offset};
    return {.code = ErrorCode::block_damaged, .offset = offset};
}

} // namespace

std::vector<LostBlocks> damageOf(const BlockReader &image, const BlockCells &cells, const std::vector<LostBlocks> &causes) {
    std::vector<LostBlocks> lost;
    auto cause = causes.begin();
    for (std::size_t block = cells.nextBad(0); block < cells.size(); block = cells.nextBad(block)) {
        while (cause != causes.end() && cause->last <= block) ++cause;
        std::size_t end = block + 1;
        const bool isKnown = cause != causes.end() && cause->first <= block;
        const std::size_t limit = isKnown ? cause->last : cause != causes.end() ? cause->first : cells.size();
        const BlockState state = cells[block].state;
        // All missing blocks are one run.
        const bool isMissing = block >= image.index().known_size();
        if (isKnown || isMissing)
            while (end < std::min(limit, cells.size()) && cells[end].state == state) ++end;
        Error error = isKnown ? cause->error : causeOf(image, block, state);
        // `cause` has the offset of its first block: give this block its own.
        if (isKnown && cause->first != block && error.offset != Error::nowhere) error.offset = causeOf(image, block, state).offset;
        append_lost(lost, {block, end}, error);
        block = end;
    }
    return lost;
}

} // namespace cloop::desktop
