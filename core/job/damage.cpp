#include "job/damage.h"

#include <algorithm>
#include <map>

namespace cloop {

std::vector<HitNode> find_hit_nodes(const Filesystem &filesystem, const std::vector<std::size_t> &bad, std::uint32_t block_size) {
    const ExtentMap map(filesystem);
    std::map<NodeId, std::vector<std::size_t>> hits;
    for (const std::size_t block : bad)
        for (const NodeId node : map.nodes_in(block * std::uint64_t{block_size}, block_size)) hits[node].push_back(block);
    std::vector<HitNode> result;
    for (auto &[node, blocks] : hits) result.push_back({node, std::move(blocks)});
    return result;
}

std::vector<std::size_t> blocks_of(const Node &node, std::uint32_t block_size) {
    std::vector<std::size_t> blocks;
    for (const Extent &extent : node.extents)
        if (extent.size > 0)
            for (std::uint64_t block = extent.offset / block_size; block <= (extent.offset + extent.size - 1) / block_size; ++block)
                blocks.push_back(block);
    std::ranges::sort(blocks);
    blocks.erase(std::ranges::unique(blocks).begin(), blocks.end());
    return blocks;
}

} // namespace cloop
