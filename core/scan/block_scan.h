// SPDX-License-Identifier: GPL-3.0-or-later
// Every block of an image, judged.

#pragma once

#include "base/progress.h"
#include "base/sha256.h"
#include "image/block_reader.h"
#include "image/lost_blocks.h"

#include <array>
#include <functional>
#include <span>
#include <stop_token>

namespace cloop {

enum class BlockState : std::uint8_t {
    untested,
    sound,         ///< inflates, and its own check agrees
    damaged,       ///< the data or the index is wrong, or the file ends before
    unreadable,    ///< the medium gave an error
    unverifiable,  ///< inflates, but its codec has no check, so it may be wrong
};
inline constexpr std::size_t block_state_count = 5;

/// Blocks in a row in one state.
struct BlockRun : BlockRange {
    BlockState state = BlockState::untested;
};
void append_state(std::vector<BlockRun> &runs, const BlockRange &blocks, BlockState state);
std::vector<BlockRun> runs_of(std::span<const BlockState> states);

/// What a block is that was not read: unreadable, unless the image is to blame.
BlockState state_of(const Error &error);

struct ScanResult {
    std::vector<BlockState> states;  ///< one for each block
    std::vector<LostBlocks> bad;     ///< the damaged and unreadable ones, in order
    std::array<std::size_t, block_state_count> counts{};
    std::size_t taken = 0;           ///< blocks that were known to be sound and not read
    std::size_t misplaced = 0;       ///< blocks that were found though the index is damaged there

    std::size_t count(BlockState state) const { return counts[static_cast<std::size_t>(state)]; }
};

struct ScanOptions {
    unsigned threads = 1;
    /// What an earlier scan of the same image found, one for each block; may be empty. What was sound stays so and is not read.
    std::span<const BlockState> known{};
    Sha256 *sha256 = nullptr;  ///< gets the content, without what is lost. Pre: nothing is known
    /// Told of blocks as they are judged, in order, in the caller's thread.
    std::function<void(const BlockRange &blocks, BlockState state)> on_judged{};
};

/// Decodes every block that is not known, in parallel. Errors: cancelled, out_of_memory; damage is a result, not an error.
Result<ScanResult> scan_blocks(const BlockReader &image, const ScanOptions &options, const std::stop_token &stop, const ProgressSink &progress);

} // namespace cloop
