// SPDX-License-Identifier: GPL-3.0-or-later
// Checks every block of an image.

#pragma once

#include "base/progress.h"
#include "image/block_reader.h"
#include "image/lost_blocks.h"

#include <array>
#include <functional>
#include <span>
#include <stop_token>

namespace cloop {

enum class BlockState : std::uint8_t {
    untested,
    sound,         ///< decoded, and its own check passed
    damaged,       ///< the data or the index is damaged, or the file ends before it
    unreadable,    ///< the medium gave a read error
    unverifiable,  ///< decoded, but its codec has no check, so it may be wrong
};
inline constexpr std::size_t block_state_count = 5;

/// Adjacent blocks in the same state.
struct BlockRun : BlockRange {
    BlockState state = BlockState::untested;
};
void append_state(std::vector<BlockRun> &runs, const BlockRange &blocks, BlockState state);
std::vector<BlockRun> runs_of(std::span<const BlockState> states);

/// The state of a block that failed with `error`: unreadable, unless the image is at fault.
BlockState state_of(const Error &error);

/// The state of a block that was decoded with this outcome.
BlockState state_of(const Result<RawBlock> &outcome);

struct ScanResult {
    std::vector<BlockState> states;  ///< one for each block
    std::vector<LostBlocks> bad;     ///< the damaged and unreadable ones, in order
    std::array<std::size_t, block_state_count> counts{};
    std::size_t taken = 0;           ///< blocks known to be sound and not read
    std::size_t misplaced = 0;       ///< blocks found despite damaged index entries

    std::size_t count(BlockState state) const { return counts[static_cast<std::size_t>(state)]; }
};

struct ScanOptions {
    unsigned threads = 1;
    /// States by an earlier scan of the same image, one per block; may be empty. Sound blocks are not read again.
    std::span<const BlockState> known{};
    /// Gets the content without lost blocks, in order, in the caller's thread. May be empty. Pre: `known` is empty.
    std::function<void(std::span<const std::byte>)> on_content{};
    /// Called for checked blocks, in order, in the caller's thread.
    std::function<void(const BlockRange &blocks, BlockState state)> on_judged{};
};

/// Decodes all blocks not known to be sound, in parallel. Errors: cancelled, out_of_memory; damage is a result, not an error.
Result<ScanResult> scan_blocks(const BlockReader &image, const ScanOptions &options, const std::stop_token &stop, const ProgressSink &progress);

} // namespace cloop
