// SPDX-License-Identifier: GPL-3.0-or-later
#include "served_files.h"

#include "base/civil_time.h"

#include <sys/sysmacros.h>

namespace cloop::fuse {

namespace {

constexpr std::size_t most_open = 64;

mode_t type_of(NodeKind kind) {
    switch (kind) {
    case NodeKind::file: return S_IFREG;
    case NodeKind::directory: return S_IFDIR;
    case NodeKind::symlink: return S_IFLNK;
    case NodeKind::character_device: return S_IFCHR;
    case NodeKind::block_device: return S_IFBLK;
    case NodeKind::fifo: return S_IFIFO;
    case NodeKind::socket: return S_IFSOCK;
    case NodeKind::structure: break;
    }
    return 0;
}

} // namespace

struct stat ServedFiles::status(Node number) const {
    const cloop::Node &node = node_at(number);
    const bool is_directory = node.kind == NodeKind::directory;
    struct stat status {};
    // Hard links have one number, apart from those of nodes.
    status.st_ino = !is_directory && node.links > 1 && node.inode != 0 ? (std::uint64_t{1} << 32) + node.inode : number;
    status.st_mode = type_of(node.kind) | (node.mode & 07777);
    status.st_nlink = node.links;
    status.st_uid = node.uid;
    status.st_gid = node.gid;
    status.st_rdev = makedev(node.device_major, node.device_minor);
    status.st_size = static_cast<off_t>(node.kind == NodeKind::symlink ? node.link_target.size() : node.size);
    status.st_blocks = (status.st_size + 511) / 512;
    status.st_mtim.tv_sec = status.st_ctim.tv_sec = status.st_atim.tv_sec = system_time(node.mtime);
    return status;
}

std::optional<ServedTree::Node> ServedFiles::lookup(Node directory, std::string_view name) const {
    const auto found = is_safe_name(name) ? filesystem_->lookup(static_cast<NodeId>(directory - root), name) : std::nullopt;
    return found ? std::optional<Node>(*found + root) : std::nullopt;
}

std::optional<ServedTree::Entry> ServedFiles::entry(Node directory, std::size_t number) const {
    const auto &children = node_at(directory).children;
    if (number >= children.size()) return std::nullopt;
    const NodeId child = children[number];
    return Entry{(*filesystem_)[child].name, child + root};
}

SourcePtr ServedFiles::open(Node node) const {
    if (node_at(node).kind != NodeKind::file) return nullptr;
    const std::lock_guard lock(mutex_);
    if (const auto found = open_.find(node); found != open_.end()) {
        recent_.splice(recent_.begin(), recent_, found->second);
        return recent_.front().second;
    }
    recent_.emplace_front(node, filesystem_->open_file(static_cast<NodeId>(node - root)));
    open_[node] = recent_.begin();
    if (recent_.size() > most_open) {
        open_.erase(recent_.back().first);
        recent_.pop_back();
    }
    return recent_.front().second;
}

} // namespace cloop::fuse
