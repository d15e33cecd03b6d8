// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the files that damaged blocks affect.

#pragma once

#include "filesystem/filesystem.h"
#include "image/lost_blocks.h"

#include <stop_token>

namespace cloop {

/// A file, directory or structure with bytes in lost blocks.
struct HitNode {
    NodeId node = 0;
    std::size_t block_count = 0;  ///< number of lost blocks that it has bytes in
};

/// Sorted by id; includes all hard links of a file. `bad`: lost blocks of `block_size` bytes of the content, in order. Memory and time: proportional
/// to the file system, however many blocks are lost. Error: cancelled.
Result<std::vector<HitNode>> find_hit_nodes(const Filesystem &filesystem, const std::vector<LostBlocks> &bad, std::uint32_t block_size,
                                            const std::stop_token &stop = {});

/// The first `most` lost blocks that a node has bytes in, in order.
std::vector<std::size_t> bad_blocks_of(const Node &node, const std::vector<LostBlocks> &bad, std::uint32_t block_size, std::size_t most);

/// How many of a node's bytes lie in bad blocks.
std::uint64_t bad_bytes_of(const Node &node, const std::vector<LostBlocks> &bad, std::uint32_t block_size);

/// The blocks that a node lies in, in order, each once: the way from a file to its blocks.
std::vector<std::size_t> blocks_of(const Node &node, std::uint32_t block_size);

} // namespace cloop
