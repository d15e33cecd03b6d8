// SPDX-License-Identifier: GPL-3.0-or-later
// Ranges of adjacent blocks.

#pragma once

#include "base/extent.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace cloop {

/// Blocks [first, last).
struct BlockRange {
    std::size_t first = 0;
    std::size_t last = 0;

    std::size_t count() const { return last - first; }
    bool is_empty() const { return first >= last; }
    bool operator==(const BlockRange &) const = default;

    /// The blocks that overlap a range of the content.
    static BlockRange of(const Extent &bytes, std::uint32_t block_size) {
        return bytes.size == 0
                   ? BlockRange{}
                   : BlockRange{static_cast<std::size_t>(bytes.offset / block_size), static_cast<std::size_t>((bytes.end() - 1) / block_size + 1)};
    }

    /// The common blocks; may be empty.
    BlockRange intersection(const BlockRange &other) const { return {std::max(first, other.first), std::min(last, other.last)}; }
};

/// Sorts and merges ranges in place, so that they neither overlap nor touch.
inline void unite(std::vector<BlockRange> &ranges) {
    std::ranges::sort(ranges, {}, &BlockRange::first);
    std::size_t kept = 0;
    for (const BlockRange &range : ranges) {
        if (range.is_empty()) continue;
        if (kept > 0 && range.first <= ranges[kept - 1].last) ranges[kept - 1].last = std::max(ranges[kept - 1].last, range.last);
        else ranges[kept++] = range;
    }
    ranges.resize(kept);
}

/// Appends a run, or extends the last one if both are adjacent and alike.
template <class Run, class IsAlike> void append_run(std::vector<Run> &runs, Run run, IsAlike is_alike) {
    if (run.is_empty()) return;
    if (!runs.empty() && runs.back().last == run.first && is_alike(runs.back(), run)) runs.back().last = run.last;
    else runs.push_back(std::move(run));
}

} // namespace cloop
