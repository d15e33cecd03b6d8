// SPDX-License-Identifier: GPL-3.0-or-later
// The files in an image's file system, as served to the kernel.

#pragma once

#include "served_tree.h"

#include "filesystem/filesystem.h"

#include <list>
#include <mutex>
#include <unordered_map>

namespace cloop::fuse {

/// Names that no directory may hold (empty, with a slash, "..") are left out, as when extracting.
class ServedFiles final : public ServedTree {
public:
    explicit ServedFiles(std::shared_ptr<const Filesystem> filesystem) : filesystem_(std::move(filesystem)) {}

    bool has(Node node) const override { return node >= root && node - root < filesystem_->nodes().size(); }
    struct stat status(Node node) const override;
    std::optional<Node> lookup(Node directory, std::string_view name) const override;
    std::optional<Entry> entry(Node directory, std::size_t number) const override;
    std::string_view link_target(Node node) const override { return node_at(node).link_target; }
    /// Files read lately stay open, because the kernel reads by node and a file compressed by zisofs has a table of its own.
    SourcePtr open(Node node) const override;
    std::uint64_t size() const override { return filesystem_->content().size(); }

private:
    const cloop::Node &node_at(Node node) const { return (*filesystem_)[static_cast<NodeId>(node - root)]; }

    std::shared_ptr<const Filesystem> filesystem_;

    mutable std::mutex mutex_;  ///< guards the open files
    mutable std::list<std::pair<Node, SourcePtr>> recent_;  ///< most recently used first
    mutable std::unordered_map<Node, std::list<std::pair<Node, SourcePtr>>::iterator> open_;
};

} // namespace cloop::fuse
