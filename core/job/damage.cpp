#include "job/damage.h"

#include <algorithm>
#include <map>

namespace cloop {

namespace {

/// Those of [first, last) that the node has bytes in.
void add_blocks_of(const Node &node, std::uint32_t block_size, std::size_t first, std::size_t last, std::vector<std::size_t> &blocks) {
    for (const Extent &extent : node.extents) {
        if (extent.size == 0) continue;
        const std::size_t end = std::min<std::size_t>((extent.end() - 1) / block_size + 1, last);
        for (std::size_t block = std::max<std::size_t>(extent.offset / block_size, first); block < end; ++block) blocks.push_back(block);
    }
}

std::vector<std::size_t> each_once(std::vector<std::size_t> blocks) {
    std::ranges::sort(blocks);
    blocks.erase(std::ranges::unique(blocks).begin(), blocks.end());
    return blocks;
}

} // namespace

std::vector<HitNode> find_hit_nodes(const Filesystem &filesystem, const std::vector<LostBlocks> &bad, std::uint32_t block_size) {
    const ExtentMap map(filesystem);
    std::map<NodeId, std::vector<std::size_t>> hits;
    for (const LostBlocks &run : bad) {
        for (const NodeId node : map.nodes_in(run.first * std::uint64_t{block_size}, run.count() * std::uint64_t{block_size}))
            add_blocks_of(filesystem[node], block_size, run.first, run.last, hits[node]);
    }
    std::vector<HitNode> result;
    for (auto &[node, blocks] : hits) result.push_back({node, each_once(std::move(blocks))});
    return result;
}

std::vector<std::size_t> blocks_of(const Node &node, std::uint32_t block_size) {
    std::vector<std::size_t> blocks;
    add_blocks_of(node, block_size, 0, SIZE_MAX, blocks);
    return each_once(std::move(blocks));
}

} // namespace cloop
