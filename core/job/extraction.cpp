// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/extraction.h"

namespace cloop {

std::optional<LinkKey> link_key(const Node &node) {
    if (node.kind != NodeKind::file || node.links < 2 || node.inode == 0) return std::nullopt;
    return LinkKey{node.inode, node.extents.empty() ? 0 : node.extents[0].offset};
}

mode_t type_of(NodeKind kind) {
    switch (kind) {
    case NodeKind::directory: return S_IFDIR;
    case NodeKind::symlink: return S_IFLNK;
    case NodeKind::character_device: return S_IFCHR;
    case NodeKind::block_device: return S_IFBLK;
    case NodeKind::fifo: return S_IFIFO;
    case NodeKind::socket: return S_IFSOCK;
    case NodeKind::file:
    case NodeKind::structure: break;
    }
    return S_IFREG;
}

Extraction::Extraction(std::shared_ptr<const Filesystem> filesystem, const NodeSelection &selection, const std::stop_token &stop,
                       const ProgressSink &progress)
    : filesystem_(std::move(filesystem)), selection_(selection), stop_(stop), progress_(progress) {
    selection_.for_each(*filesystem_, [&](NodeId id) {
        if ((*filesystem_)[id].kind == NodeKind::file) total_ += (*filesystem_)[id].size;
    });
}

void Extraction::note_lost(NodeId id, const std::vector<LostRange> &lost) {
    for (const LostRange &range : lost) {
        result_.lost_bytes += range.extent.size;
        result_.damaged.push_back(range.error);
        result_.damaged.back().subject = filesystem_->path(id);
    }
    const auto key = link_key((*filesystem_)[id]);
    if (!key || lost.empty()) return;
    damaged_links_.try_emplace(*key, result_.damaged.end() - static_cast<std::ptrdiff_t>(lost.size()), result_.damaged.end());
}

void Extraction::note_link(NodeId id, const LinkKey &key) {
    const auto damaged = damaged_links_.find(key);
    if (damaged == damaged_links_.end()) return;
    for (Error error : damaged->second) {
        error.subject = filesystem_->path(id);
        result_.damaged.push_back(std::move(error));
    }
}

void Extraction::note_incomplete(NodeId id) {
    const Node &node = (*filesystem_)[id];
    if (node.is_doubtful) result_.damaged.push_back({.code = ErrorCode::record_damaged, .subject = filesystem_->path(id)});
    if (!node.is_incomplete) return;
    const ErrorCode code = node.kind == NodeKind::directory ? ErrorCode::directory_damaged : ErrorCode::file_cut_short;
    result_.damaged.push_back({.code = code, .subject = filesystem_->path(id)});
}

bool Extraction::has_safe_name(NodeId id, std::string_view name) {
    if (is_safe_name(name)) return true;
    result_.skipped.push_back({.code = ErrorCode::unsafe_name, .subject = filesystem_->path(id)});
    return false;
}

std::vector<NodeId> Extraction::named_nodes(NodeId node) {
    if (node != Filesystem::root) return {node};
    note_incomplete(node);
    const auto children = (*filesystem_)[node].children;
    return {children.begin(), children.end()};
}

} // namespace cloop
