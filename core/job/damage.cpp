// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/damage.h"

#include <algorithm>

namespace cloop {

namespace {

/// The blocks that the node has bytes in.
void lie_in(const Node &node, std::uint32_t block_size, std::vector<BlockRange> &into) {
    into.clear();
    for (const Extent &extent : node.extents) into.push_back(BlockRange::of(extent, block_size));
    unite(into);
}

/// The first run that ends after `block`.
std::vector<LostBlocks>::const_iterator first_behind(const std::vector<LostBlocks> &bad, std::size_t block) {
    return std::ranges::upper_bound(bad, block, {}, &LostBlocks::last);
}

/// Calls `add(range)` for the lost blocks among `blocks`, run by run, as long as it returns true.
template <class Add> void for_each_bad(const std::vector<LostBlocks> &bad, const BlockRange &blocks, Add add) {
    for (auto run = first_behind(bad, blocks.first); run != bad.end() && run->first < blocks.last; ++run)
        if (!add(run->intersection(blocks))) return;
}

} // namespace

Result<std::vector<HitNode>> find_hit_nodes(const Filesystem &filesystem, const std::vector<LostBlocks> &bad, std::uint32_t block_size,
                                            const std::stop_token &stop) {
    // Number of lost blocks before each run, so that counting needs no walk over the runs.
    std::vector<std::size_t> before{0};
    before.reserve(bad.size() + 1);
    for (const LostBlocks &run : bad) before.push_back(before.back() + run.count());
    const auto bad_below = [&](std::size_t block) {
        const auto run = first_behind(bad, block);
        const std::size_t whole = before[static_cast<std::size_t>(run - bad.begin())];
        return whole + (run != bad.end() && run->first < block ? block - run->first : 0);
    };

    std::vector<HitNode> hits;
    std::vector<BlockRange> blocks;
    for (NodeId id = 0; id < filesystem.nodes().size(); ++id) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        lie_in(filesystem[id], block_size, blocks);
        std::size_t count = 0;
        for (const auto &[first, last] : blocks) count += bad_below(last) - bad_below(first);
        if (count > 0) hits.push_back({id, count});
    }
    return hits;
}

std::vector<std::size_t> bad_blocks_of(const Node &node, const std::vector<LostBlocks> &bad, std::uint32_t block_size, std::size_t most) {
    std::vector<std::size_t> found;
    std::vector<BlockRange> blocks;
    lie_in(node, block_size, blocks);
    for (const BlockRange &range : blocks) {
        for_each_bad(bad, range, [&](const BlockRange &both) {
            for (std::size_t block = both.first; block < both.last && found.size() < most; ++block) found.push_back(block);
            return found.size() < most;
        });
    }
    return found;
}

std::uint64_t bad_bytes_of(const Node &node, const std::vector<LostBlocks> &bad, std::uint32_t block_size) {
    std::uint64_t bytes = 0;
    for (const Extent &extent : node.extents) {
        if (extent.size == 0) continue;
        for_each_bad(bad, BlockRange::of(extent, block_size), [&](const BlockRange &both) {
            const std::uint64_t begin = std::max(extent.offset, both.first * std::uint64_t{block_size});
            bytes += std::min(extent.end(), both.last * std::uint64_t{block_size}) - begin;
            return true;
        });
    }
    return bytes;
}

std::vector<std::size_t> blocks_of(const Node &node, std::uint32_t block_size) {
    std::vector<std::size_t> found;
    std::vector<BlockRange> blocks;
    lie_in(node, block_size, blocks);
    for (const auto &[first, last] : blocks)
        for (std::size_t block = first; block < last; ++block) found.push_back(block);
    return found;
}

} // namespace cloop
