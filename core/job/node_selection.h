// SPDX-License-Identifier: GPL-3.0-or-later
// What is extracted or packed.

#pragma once

#include "filesystem/filesystem.h"

#include <initializer_list>
#include <vector>

namespace cloop {

/// Nodes with all below them, except those that are left out. A value.
struct NodeSelection {
    std::vector<NodeId> nodes;
    /// By node, 1 for each that is left out; empty: none. A directory that is left out takes all below with it.
    std::vector<char> left_out;

    NodeSelection(std::vector<NodeId> tops = {}, std::vector<char> without = {}) : nodes(std::move(tops)), left_out(std::move(without)) {}
    NodeSelection(std::initializer_list<NodeId> tops) : nodes(tops) {}

    bool leaves_out(NodeId id) const { return !left_out.empty() && left_out[id]; }

    /// Calls `visit(id)` for each node that is taken, in no particular order. Not recursive: a tree may be deeper than the stack.
    template <class Visit> void for_each(const Filesystem &filesystem, Visit visit) const {
        std::vector<NodeId> pending = nodes;
        while (!pending.empty()) {
            const NodeId id = pending.back();
            pending.pop_back();
            if (leaves_out(id)) continue;
            visit(id);
            pending.insert(pending.end(), filesystem[id].children.begin(), filesystem[id].children.end());
        }
    }
};

} // namespace cloop
