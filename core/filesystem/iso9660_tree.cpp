// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesystem/iso9660_tree.h"

#include "base/precondition.h"

#include <algorithm>

namespace cloop {

NodeId Iso9660Tree::append(NodeId parent, const Node &node) {
    const auto id = static_cast<NodeId>(nodes.size());
    Node &kept = nodes.emplace_back(node);
    kept.parent = parent;
    kept.name = store.keep(node.name);
    kept.link_target = store.keep(node.link_target);
    kept.extents = store.extents.keep(node.extents);
    Family family;
    if (parent != Node::none) {
        Family &above = families[parent];
        if (above.first == Node::none) above.first = id;
        else families[above.last].next = id;
        above.last = id;
        family.depth = above.depth + 1;
        family.path_length = above.path_length + 1 + static_cast<std::uint32_t>(node.name.size());
        path_bytes += family.path_length;
    }
    families.push_back(family);
    return id;
}

std::vector<NodeId> Iso9660Tree::children(NodeId directory) const {
    std::vector<NodeId> found;
    for (NodeId id = families[directory].first; id != Node::none; id = families[id].next) found.push_back(id);
    return found;
}

std::uint64_t Iso9660Tree::claim(std::uint64_t offset, std::uint64_t size) {
    auto next = read_ranges.upper_bound(offset);
    if (next != read_ranges.begin() && std::prev(next)->second > offset) return 0;
    const std::uint64_t end = next == read_ranges.end() ? offset + size : std::min(offset + size, next->first);
    if (next != read_ranges.begin() && std::prev(next)->second == offset) std::prev(next)->second = end;
    else if (end > offset) read_ranges.emplace_hint(next, offset, end);
    return end - offset;
}

NodeId Iso9660Tree::take_pending(std::uint64_t position) {
    CLOOP_PRE(!pending.empty());
    auto at = pending.lower_bound({position, 0});
    if (at == pending.end()) at = pending.begin();
    return pending.extract(at).value().second;
}

void Iso9660Tree::forget_files(NodeId directory, const NodeStore::Mark &mark) {
    std::vector<std::pair<Node, std::string>> kept;
    std::vector<Extent> extents;
    const NodeId first = families[directory].first;
    if (first == Node::none) return;
    for (NodeId id = first; id != Node::none; id = families[id].next) {
        path_bytes -= families[id].path_length;
        if (nodes[id].kind != NodeKind::directory) continue;
        kept.emplace_back(nodes[id], nodes[id].name);
        extents.push_back(nodes[id].extents[0]);
    }
    nodes.resize(first);
    families.resize(first);
    families[directory].first = families[directory].last = Node::none;
    store.forget(mark);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        auto &[node, name] = kept[i];
        node.name = name;
        node.link_target = {};
        node.extents = {&extents[i], 1};
        append(directory, node);
    }
}

void Iso9660Tree::mark_exceptions() {
    for (Habit *habit : {&copies, &form, &rock_ridge, &places, &names}) {
        for (const NodeId id : habit->exceptions()) {
            nodes[id].is_doubtful = true;
            if (habit != &form) continue;
            // Bytes that a record has too many or too few may belong to its neighbours.
            if (nodes[id].kind == NodeKind::directory) nodes[id].is_incomplete = true;
            if (nodes[id].parent != Node::none) nodes[nodes[id].parent].is_incomplete = true;
        }
    }
}

void Iso9660Tree::detach_structures(NodeId directory) {
    Family &above = families[directory];
    const auto all = children(directory);
    above.first = above.last = Node::none;
    for (const NodeId id : all) {
        families[id].next = Node::none;
        if (nodes[id].kind == NodeKind::structure) {
            nodes[id].parent = Node::none;
            continue;
        }
        if (above.first == Node::none) above.first = id;
        else families[above.last].next = id;
        above.last = id;
    }
}

void Iso9660Tree::link() {
    for (NodeId id = 0; id < nodes.size(); ++id) {
        if (families[id].first == Node::none) continue;
        auto found = children(id);
        std::ranges::sort(found, {}, [&](NodeId child) { return std::pair(nodes[child].name, child); });
        nodes[id].children = store.children.keep(found);
    }
}

std::uint64_t Iso9660Tree::bytes() const {
    // The constants include the overhead of the standard library's maps, about as much as each element.
    return nodes.size() * (sizeof(Node) + sizeof(Family) + sizeof(NodeId)) + store.bytes() + 160 * directories.size() + 64 * other_places.size() +
           relocated.size() * sizeof(Relocated);
}

} // namespace cloop
