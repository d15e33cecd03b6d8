#include "scan/block_scan.h"

#include "image/block_walk.h"

#include <algorithm>
#include <cstdio>

namespace cloop {

namespace {

BlockState state_of(const Result<RawBlock> &outcome) {
    if (outcome) return outcome->check == Check::passed ? BlockState::sound : BlockState::unverifiable;
    return outcome.error().code == ErrorCode::block_unreadable ? BlockState::unreadable : BlockState::damaged;
}

char map_character(BlockState state) {
    switch (state) {
    case BlockState::sound: return '+';
    case BlockState::damaged:
    case BlockState::unreadable: return '-';
    case BlockState::unverifiable: return '/';
    case BlockState::untested: break;
    }
    return '?';
}

} // namespace

Result<ScanResult> scan_blocks(const ImageReader &image, const ScanOptions &options, const std::stop_token &stop, const ProgressSink &progress) {
    ScanResult result;
    result.states.resize(image.block_count(), BlockState::untested);
    CLOOP_TRY(walk_blocks(image, {.threads = options.threads}, stop, [&](const WalkedBlock &block) -> Status {
        const BlockState state = state_of(block.outcome);
        const std::size_t end = block.number + block.count;
        std::fill(result.states.begin() + static_cast<std::ptrdiff_t>(block.number), result.states.begin() + static_cast<std::ptrdiff_t>(end), state);
        result.counts[static_cast<std::size_t>(state)] += block.count;
        if (options.sha256 && block.outcome)
            options.sha256->add(block.raw.first(static_cast<std::size_t>(std::min<std::uint64_t>(block.raw.size(), image.size() - block.number * std::uint64_t{image.block_size()}))));
        if (options.on_judged) options.on_judged(block.number, end, state);
        if (!block.outcome) append_lost(result.bad, block.number, end, block.outcome.error());
        report(progress, {.phase = Phase::scan,
                          .done = std::min<std::uint64_t>(end * std::uint64_t{image.block_size()}, image.size()),
                          .total = image.size()});
        return {};
    }));
    return result;
}

std::vector<BlockRun> runs_of(const std::vector<BlockState> &states) {
    std::vector<BlockRun> runs;
    for (std::size_t block = 0; block < states.size(); ++block) {
        if (!runs.empty() && runs.back().state == states[block]) runs.back().last = block + 1;
        else runs.push_back({block, block + 1, states[block]});
    }
    return runs;
}

std::string make_map_file(const ImageReader &image, const std::vector<BlockState> &states) {
    std::string name = image.name();
    std::ranges::replace(name, '\n', ' ');
    std::string text = "# Mapfile. Created by cloop verify\n"
                       "# Positions count bytes of the content of: " + name + "\n"
                       "# + sound, - damaged or unreadable, / unverifiable (a codec without a check), ? untested\n"
                       "# current_pos  current_status  current_pass\n"
                       "0x00000000     +               1\n"
                       "#      pos        size  status\n";
    std::vector<BlockRun> runs;
    for (const BlockRun &run : runs_of(states)) {
        if (!runs.empty() && map_character(runs.back().state) == map_character(run.state)) runs.back().last = run.last;
        else runs.push_back(run);
    }
    for (const BlockRun &run : runs) {
        const std::uint64_t begin = run.first * std::uint64_t{image.block_size()};
        const std::uint64_t end = std::min<std::uint64_t>(run.last * std::uint64_t{image.block_size()}, image.size());
        char line[80];
        std::snprintf(line, sizeof line, "0x%08llX  0x%08llX  %c\n", static_cast<unsigned long long>(begin),
                      static_cast<unsigned long long>(end - begin), map_character(run.state));
        text += line;
    }
    return text;
}

} // namespace cloop
