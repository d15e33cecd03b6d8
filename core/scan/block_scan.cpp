#include "scan/block_scan.h"

#include "image/block_walk.h"

#include <algorithm>
#include <new>
#include <utility>

namespace cloop {

namespace {

BlockState state_of(const Result<RawBlock> &outcome) {
    if (outcome) return outcome->check == Check::passed ? BlockState::sound : BlockState::unverifiable;
    return state_of(outcome.error());
}

/// Runs [first, last) of blocks that must be read. Starting to read costs as much as a few blocks, so small gaps are read once more.
std::vector<std::pair<std::size_t, std::size_t>> unknown_runs(std::size_t block_count, std::span<const BlockState> known) {
    constexpr std::size_t small_gap = 64;
    if (known.empty()) return {{0, block_count}};
    std::vector<std::pair<std::size_t, std::size_t>> runs;
    for (std::size_t block = 0; block < block_count; ++block) {
        if (known[block] == BlockState::sound) continue;
        if (!runs.empty() && block - runs.back().second <= small_gap) runs.back().second = block + 1;
        else runs.push_back({block, block + 1});
    }
    return runs;
}

} // namespace

BlockState state_of(const Error &error) {
    return is_image_fault(error.code) && error.code != ErrorCode::block_unreadable ? BlockState::damaged : BlockState::unreadable;
}

Result<ScanResult> scan_blocks(const BlockReader &image, const ScanOptions &options, const std::stop_token &stop, const ProgressSink &progress) try {
    ScanResult result;
    result.states.resize(image.block_count(), BlockState::untested);
    const auto judge = [&](std::size_t first, std::size_t last, BlockState state) {
        std::fill(result.states.begin() + static_cast<std::ptrdiff_t>(first), result.states.begin() + static_cast<std::ptrdiff_t>(last), state);
        result.counts[static_cast<std::size_t>(state)] += last - first;
        if (options.on_judged) options.on_judged(first, last, state);
        report(progress, {.phase = Phase::scan, .done = std::min<std::uint64_t>(last * std::uint64_t{image.block_size()}, image.size()), .total = image.size()});
    };
    const auto visit = [&](const WalkedBlock &block) -> Status {
        const BlockState state = state_of(block.outcome);
        const std::size_t end = block.number + block.count;
        if (options.sha256 && block.outcome)
            options.sha256->add(block.raw.first(static_cast<std::size_t>(std::min<std::uint64_t>(block.raw.size(), image.size() - block.number * std::uint64_t{image.block_size()}))));
        result.misplaced += block.outcome && block.outcome->is_misplaced;
        if (!block.outcome) append_lost(result.bad, block.number, end, block.outcome.error());
        judge(block.number, end, state);
        return {};
    };
    const auto take = [&](std::size_t first, std::size_t last) {
        if (first == last) return;
        result.taken += last - first;
        judge(first, last, BlockState::sound);
    };
    std::size_t judged = 0;
    for (const auto &[first, last] : unknown_runs(image.block_count(), options.known)) {
        take(judged, first);
        CLOOP_TRY(walk_blocks(image, {.first = first, .last = last, .threads = options.threads}, stop, visit));
        judged = last;
    }
    take(judged, image.block_count());
    return result;
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

} // namespace cloop
