// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of the tree of any content: reading ends, every node has a parent, every path leads back to its node, every file can be read, also
// compressed ones.

#pragma once

#include "fuzz_input.h"

#include "base/tolerant_read.h"
#include "filesystem/filesystem.h"

#include <cstdlib>

namespace cloop::test {

inline void check_tree(std::span<const std::uint8_t> content) {
    const auto filesystem = Filesystem::open(std::make_shared<FuzzInput>(content.data(), content.size()));
    if (!filesystem) return;
    const auto &nodes = (*filesystem)->nodes();
    if (nodes.empty() || nodes[0].kind != NodeKind::directory) std::abort();
    for (NodeId id = 0; id < nodes.size(); ++id) {
        for (const NodeId child : nodes[id].children)
            if (child >= nodes.size() || nodes[child].parent != id) std::abort();
        if (id >= 64) continue;
        (void)(*filesystem)->find((*filesystem)->path(id));
        if (nodes[id].kind != NodeKind::file) continue;
        const auto file = (*filesystem)->open_file(id);
        // Within a block, across several, and at the end.
        for (const std::uint64_t at :
             {std::uint64_t{0}, std::uint64_t{1000}, file->size() / 2, file->size() - std::min<std::uint64_t>(file->size(), 5)})
            (void)read_past_damage(*file, at, static_cast<std::size_t>(std::min<std::uint64_t>(file->size() - std::min(at, file->size()), 300'000)));
    }
    const ExtentMap map(**filesystem);
    for (std::uint64_t at = 0; at < content.size(); at += 2048)
        for (const NodeId id : map.nodes_in(at, 2048))
            if (id >= nodes.size()) std::abort();
}

} // namespace cloop::test
