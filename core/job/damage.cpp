#include "job/damage.h"

#include <algorithm>

namespace cloop {

namespace {

/// Blocks [first, last).
using Blocks = std::pair<std::size_t, std::size_t>;

/// The blocks that the node lies in, in order and without overlaps.
void lie_in(const Node &node, std::uint32_t block_size, std::vector<Blocks> &into) {
    into.clear();
    for (const Extent &extent : node.extents)
        if (extent.size > 0) into.emplace_back(extent.offset / block_size, (extent.end() - 1) / block_size + 1);
    std::ranges::sort(into);
    std::size_t kept = 0;
    for (const Blocks &blocks : into) {
        if (kept > 0 && blocks.first <= into[kept - 1].second) into[kept - 1].second = std::max(into[kept - 1].second, blocks.second);
        else into[kept++] = blocks;
    }
    into.resize(kept);
}

/// The first run that ends behind `block`.
std::vector<LostBlocks>::const_iterator first_behind(const std::vector<LostBlocks> &bad, std::size_t block) {
    return std::ranges::upper_bound(bad, block, {}, &LostBlocks::last);
}

/// Calls `add(first, last)` for the bad blocks among [blocks.first, blocks.second), run by run, as long as it returns true.
template <class Add> void for_each_bad(const std::vector<LostBlocks> &bad, Blocks blocks, Add add) {
    for (auto run = first_behind(bad, blocks.first); run != bad.end() && run->first < blocks.second; ++run)
        if (!add(std::max(run->first, blocks.first), std::min(run->last, blocks.second))) return;
}

} // namespace

Result<std::vector<HitNode>> find_hit_nodes(const Filesystem &filesystem, const std::vector<LostBlocks> &bad, std::uint32_t block_size,
                                            const std::stop_token &stop) {
    // How many are bad before each run: counting takes no walk over the runs.
    std::vector<std::size_t> before{0};
    before.reserve(bad.size() + 1);
    for (const LostBlocks &run : bad) before.push_back(before.back() + run.count());
    const auto bad_below = [&](std::size_t block) {
        const auto run = first_behind(bad, block);
        const std::size_t whole = before[static_cast<std::size_t>(run - bad.begin())];
        return whole + (run != bad.end() && run->first < block ? block - run->first : 0);
    };

    std::vector<HitNode> hits;
    std::vector<Blocks> blocks;
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
    std::vector<Blocks> blocks;
    lie_in(node, block_size, blocks);
    for (const Blocks &range : blocks) {
        for_each_bad(bad, range, [&](std::size_t first, std::size_t last) {
            for (; first < last && found.size() < most; ++first) found.push_back(first);
            return found.size() < most;
        });
    }
    return found;
}

std::vector<std::size_t> blocks_of(const Node &node, std::uint32_t block_size) {
    std::vector<std::size_t> found;
    std::vector<Blocks> blocks;
    lie_in(node, block_size, blocks);
    for (const auto &[first, last] : blocks)
        for (std::size_t block = first; block < last; ++block) found.push_back(block);
    return found;
}

} // namespace cloop
