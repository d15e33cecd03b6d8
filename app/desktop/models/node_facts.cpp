// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/node_facts.h"

#include <algorithm>

namespace cloop::desktop {

namespace {

/// Prefix sums over the blocks, so that evaluating a file takes constant time per extent.
class BlockSums {
public:
    /// One extra block stands for all missing ones, because a head can announce millions.
    BlockSums(const BlockIndex &index, std::uint32_t blockSize, const BlockCells &cells)
        : blockSize_(blockSize), count_(std::min(index.size(), index.known_size() + 1)), stored_(count_ + 1) {
        for (auto &places : lastOf_) places.resize(count_);
        std::array<std::size_t, block_state_count> last;
        last.fill(nowhere);
        for (std::size_t block = 0; block < count_; ++block) {
            stored_[block + 1] = stored_[block] + (index.defect(block) == Defect::none ? index[block].size : 0);
            last[static_cast<std::size_t>(cells[block].state)] = block;
            for (std::size_t state = 0; state < block_state_count; ++state) lastOf_[state][block] = static_cast<std::uint32_t>(last[state]);
        }
    }

    std::uint64_t storedOf(const Extent &extent) const { return storedBefore(extent.end()) - storedBefore(extent.offset); }

    BlockState gravestOf(const Extent &extent) const {
        if (extent.size == 0 || lastOf_[0].empty()) return BlockState::sound;
        const std::size_t first = std::min<std::size_t>(extent.offset / blockSize_, lastOf_[0].size() - 1);
        const std::size_t last = std::min<std::size_t>((extent.end() - 1) / blockSize_, lastOf_[0].size() - 1);
        BlockState gravest = BlockState::sound;
        for (std::size_t state = 0; state < block_state_count; ++state) {
            const std::uint32_t at = lastOf_[state][last];
            if (at != static_cast<std::uint32_t>(nowhere) && at >= first) gravest = graver(gravest, static_cast<BlockState>(state));
        }
        return gravest;
    }

private:
    static constexpr std::size_t nowhere = UINT32_MAX;

    std::uint64_t storedBefore(std::uint64_t offset) const {
        const std::size_t block = std::min<std::size_t>(offset / blockSize_, stored_.size() - 1);
        if (block + 1 == stored_.size()) return stored_[block];
        return stored_[block] + (stored_[block + 1] - stored_[block]) * (offset - block * std::uint64_t{blockSize_}) / blockSize_;
    }

    std::uint32_t blockSize_;
    std::size_t count_;
    std::vector<std::uint64_t> stored_;  ///< bytes of all preceding blocks
    std::array<std::vector<std::uint32_t>, block_state_count> lastOf_;  ///< the last block of that state, up to this one
};

} // namespace

std::vector<NodeFacts> judgeNodes(const Filesystem &filesystem, const BlockIndex &index, std::uint32_t blockSize, const BlockCells &cells) {
    const BlockSums sums(index, blockSize, cells);
    const auto &nodes = filesystem.nodes();
    std::vector<NodeFacts> facts(nodes.size());
    for (NodeId id = 0; id < nodes.size(); ++id) {
        NodeFacts &fact = facts[id];
        const bool isDirectory = nodes[id].kind == NodeKind::directory;
        if (!isDirectory) fact.size = nodes[id].size;
        for (const Extent &extent : nodes[id].extents) {
            if (!isDirectory) fact.stored += sums.storedOf(extent);
            fact.state = graver(fact.state, sums.gravestOf(extent));
        }
        if (nodes[id].is_incomplete && !isBad(fact.state)) fact.state = BlockState::damaged;
        fact.stateBelow = fact.state;
    }
    // Children before parents: the reverse of an order with parents first.
    std::vector<NodeId> order{Filesystem::root};
    order.reserve(nodes.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        for (const NodeId child : nodes[order[i]].children) order.push_back(child);
    for (auto id = order.rbegin(); id != order.rend(); ++id) {
        const NodeId parent = nodes[*id].parent;
        if (*id == Filesystem::root || parent == Node::none) continue;
        facts[parent].size += facts[*id].size;
        facts[parent].stored += facts[*id].stored;
        facts[parent].stateBelow = graver(facts[parent].stateBelow, facts[*id].stateBelow);
    }
    return facts;
}

} // namespace cloop::desktop
