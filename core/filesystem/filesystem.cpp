// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesystem/filesystem.h"

#include "base/precondition.h"
#include "filesystem/node_source.h"

#include <algorithm>

namespace cloop {

NodeKind kind_of_mode(std::uint32_t mode) {
    switch (mode & 0170000) {
    case 0040000: return NodeKind::directory;
    case 0120000: return NodeKind::symlink;
    case 0020000: return NodeKind::character_device;
    case 0060000: return NodeKind::block_device;
    case 0010000: return NodeKind::fifo;
    case 0140000: return NodeKind::socket;
    default: return NodeKind::file;
    }
}

bool is_safe_name(std::string_view name) {
    return !name.empty() && name != "." && name != ".." && name.find('/') == name.npos && name.find('\0') == name.npos;
}

std::string path_in(const std::deque<Node> &nodes, NodeId id) {
    if (id == Filesystem::root) return "/";
    std::vector<std::string_view> names;
    std::size_t size = 0;
    for (; id != Filesystem::root && id != Node::none; id = nodes[id].parent) {
        names.push_back(nodes[id].name);
        size += 1 + names.back().size();
    }
    std::string path;
    path.reserve(size);
    for (auto name = names.rbegin(); name != names.rend(); ++name) path.append(1, '/').append(*name);
    return path;
}

std::string Filesystem::path(NodeId id) const {
    if (tree_.nodes[id].kind == NodeKind::structure) return "[" + std::string(tree_.nodes[id].name) + "]";
    return path_in(tree_.nodes, id);
}

SourcePtr Filesystem::open_file(NodeId node) const {
    CLOOP_PRE(tree_.nodes[node].kind == NodeKind::file);
    return std::make_shared<NodeSource>(shared_from_this(), node);
}

std::optional<NodeId> Filesystem::lookup(NodeId directory, std::string_view name) const {
    const auto &children = tree_.nodes[directory].children;
    const auto at = std::ranges::lower_bound(children, name, {}, [&](NodeId id) { return tree_.nodes[id].name; });
    if (at == children.end() || tree_.nodes[*at].name != name) return std::nullopt;
    return *at;
}

std::optional<NodeId> Filesystem::find_from(NodeId start, std::string_view path, int &links_left) const {
    NodeId at = path.starts_with('/') ? root : start;
    while (!path.empty()) {
        const auto slash = path.find('/');
        const std::string_view name = path.substr(0, slash);
        path = slash == path.npos ? std::string_view() : path.substr(slash + 1);
        if (name.empty() || name == ".") continue;
        if (name == "..") {
            if (tree_.nodes[at].kind != NodeKind::directory) return std::nullopt;
            if (at != root) at = tree_.nodes[at].parent;
            continue;
        }
        const auto next = lookup(at, name);
        if (!next) return std::nullopt;
        if (tree_.nodes[*next].kind == NodeKind::symlink) {
            if (links_left-- == 0) return std::nullopt;
            const auto target = find_from(at, tree_.nodes[*next].link_target, links_left);
            if (!target) return std::nullopt;
            at = *target;
        } else {
            at = *next;
        }
    }
    return at;
}

std::optional<NodeId> Filesystem::find(std::string_view path) const {
    int links_left = 40;  // as in Linux
    return find_from(root, path, links_left);
}

ExtentMap::ExtentMap(const Filesystem &filesystem) {
    const auto &nodes = filesystem.nodes();
    std::size_t count = 0;
    for (const Node &node : nodes) count += node.extents.size();
    entries_.reserve(count);
    for (NodeId id = 0; id < nodes.size(); ++id)
        for (const Extent &extent : nodes[id].extents)
            if (extent.size > 0) entries_.push_back({extent.offset, extent.offset + extent.size, id});
    std::ranges::sort(entries_, {}, &Entry::begin);
    latest_ends_.reserve(entries_.size());
    std::uint64_t latest = 0;
    for (const Entry &entry : entries_) latest_ends_.push_back(latest = std::max(latest, entry.end));
}

std::vector<NodeId> ExtentMap::nodes_in(std::uint64_t offset, std::uint64_t size) const {
    std::vector<NodeId> found;
    auto at = static_cast<std::size_t>(std::ranges::upper_bound(latest_ends_, offset) - latest_ends_.begin());
    for (; at < entries_.size() && entries_[at].begin < offset + size; ++at)
        if (entries_[at].end > offset) found.push_back(entries_[at].node);
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

} // namespace cloop
