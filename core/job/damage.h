// Which files a damaged image costs.

#pragma once

#include "filesystem/filesystem.h"
#include "scan/block_scan.h"

namespace cloop {

/// A file, directory or structure that has bytes in bad blocks.
struct HitNode {
    NodeId node = 0;
    std::vector<std::size_t> blocks;  ///< the bad ones that it has bytes in, in order
};

/// In the order of the nodes' ids; hard links are hit together. `bad`: blocks of `block_size` bytes of the content.
std::vector<HitNode> find_hit_nodes(const Filesystem &filesystem, const std::vector<LostBlocks> &bad, std::uint32_t block_size);

/// The blocks that a node lies in, in order, each once: the way from a file to its blocks.
std::vector<std::size_t> blocks_of(const Node &node, std::uint32_t block_size);

} // namespace cloop
