// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of any content: reading ends, every node has a parent, every path leads back to its node, every file can be read, also compressed ones.

#include "fuzz_input.h"

#include "base/tolerant_read.h"
#include "filesystem/filesystem.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    // Descriptors lie at sector 16; the empty sectors before are not part of the input.
    std::vector<std::uint8_t> iso(16 * 2048);
    iso.insert(iso.end(), data, data + size);
    const auto filesystem = cloop::Filesystem::open(std::make_shared<cloop::test::FuzzInput>(iso.data(), iso.size()));
    if (!filesystem) return 0;
    const auto &nodes = (*filesystem)->nodes();
    if (nodes.empty() || nodes[0].kind != cloop::NodeKind::directory) std::abort();
    for (cloop::NodeId id = 0; id < nodes.size(); ++id) {
        for (const cloop::NodeId child : nodes[id].children)
            if (child >= nodes.size() || nodes[child].parent != id) std::abort();
        if (id >= 64) continue;
        (void)(*filesystem)->find((*filesystem)->path(id));
        if (nodes[id].kind != cloop::NodeKind::file) continue;
        const auto file = (*filesystem)->open_file(id);
        // Within a block, across several, and at the end.
        for (const std::uint64_t at :
             {std::uint64_t{0}, std::uint64_t{1000}, file->size() / 2, file->size() - std::min<std::uint64_t>(file->size(), 5)})
            (void)cloop::read_past_damage(*file, at,
                                          static_cast<std::size_t>(std::min<std::uint64_t>(file->size() - std::min(at, file->size()), 300'000)));
    }
    const cloop::ExtentMap map(**filesystem);
    for (std::uint64_t at = 0; at < iso.size(); at += 2048)
        for (const cloop::NodeId id : map.nodes_in(at, 2048))
            if (id >= nodes.size()) std::abort();
    return 0;
}
