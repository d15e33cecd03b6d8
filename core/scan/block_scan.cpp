// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/block_scan.h"

#include "base/precondition.h"
#include "image/block_walk.h"

#include <algorithm>
#include <new>
#include <utility>

namespace cloop {

namespace {

/// The blocks to read. Small gaps of known blocks are read again, because starting a read costs as much as a few blocks.
std::vector<BlockRange> unknown_ranges(std::size_t block_count, std::span<const BlockState> known) {
    constexpr std::size_t small_gap = 64;
    if (known.empty()) return {{0, block_count}};
    std::vector<BlockRange> ranges;
    for (std::size_t block = 0; block < block_count; ++block) {
        if (known[block] == BlockState::sound) continue;
        if (!ranges.empty() && block - ranges.back().last <= small_gap) ranges.back().last = block + 1;
        else ranges.push_back({block, block + 1});
    }
    return ranges;
}

} // namespace

void append_state(std::vector<BlockRun> &runs, const BlockRange &blocks, BlockState state) {
    append_run(runs, BlockRun{blocks, state}, [](const BlockRun &a, const BlockRun &b) { return a.state == b.state; });
}

std::vector<BlockRun> runs_of(std::span<const BlockState> states) {
    std::vector<BlockRun> runs;
    for (std::size_t block = 0; block < states.size(); ++block) append_state(runs, {block, block + 1}, states[block]);
    return runs;
}

BlockState state_of(const Error &error) {
    return is_image_fault(error.code) && error.code != ErrorCode::block_unreadable ? BlockState::damaged : BlockState::unreadable;
}

BlockState state_of(const Result<RawBlock> &outcome) {
    if (outcome) return outcome->check == Check::passed ? BlockState::sound : BlockState::unverifiable;
    return state_of(outcome.error());
}

Result<ScanResult> scan_blocks(const BlockReader &image, const ScanOptions &options, const std::stop_token &stop, const ProgressSink &progress) try {
    CLOOP_PRE(!options.on_content || options.known.empty());
    ScanResult result;
    result.states.resize(image.block_count(), BlockState::untested);
    const auto judge = [&](const BlockRange &blocks, BlockState state) {
        std::ranges::fill(std::span(result.states).subspan(blocks.first, blocks.count()), state);
        result.counts[static_cast<std::size_t>(state)] += blocks.count();
        if (options.on_judged) options.on_judged(blocks, state);
        report(progress, {.phase = Phase::scan, .done = image.bytes_of(blocks).end(), .total = image.size()});
    };
    const auto visit = [&](const WalkedBlock &block) -> Status {
        const BlockState state = state_of(block.outcome);
        if (options.on_content && block.outcome) options.on_content(block.raw.first(static_cast<std::size_t>(image.bytes_of(block.range()).size)));
        result.misplaced += block.outcome && block.outcome->is_misplaced;
        if (!block.outcome) append_lost(result.bad, block.range(), block.outcome.error());
        judge(block.range(), state);
        return {};
    };
    const auto take = [&](const BlockRange &blocks) {
        if (blocks.is_empty()) return;
        result.taken += blocks.count();
        judge(blocks, BlockState::sound);
    };
    std::size_t judged = 0;
    for (const BlockRange &blocks : unknown_ranges(image.block_count(), options.known)) {
        take({judged, blocks.first});
        CLOOP_TRY(walk_blocks(image, {.blocks = blocks, .threads = options.threads}, stop, visit));
        judged = blocks.last;
    }
    take({judged, image.block_count()});
    return result;
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

} // namespace cloop
