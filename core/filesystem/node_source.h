// SPDX-License-Identifier: GPL-3.0-or-later
// The stored bytes of a file in a file system, or of several in a row, not decompressed; see Filesystem::open_file().

#pragma once

#include "filesystem/filesystem.h"

#include <algorithm>

namespace cloop {

/// Threads: as ByteSource. Keeps the file system alive.
class NodeSource final : public ByteSource {
public:
    NodeSource(const std::shared_ptr<const Filesystem> &filesystem, NodeId node);
    /// `name`: of all files together, without that of the content.
    NodeSource(std::shared_ptr<const Filesystem> filesystem, std::span<const NodeId> nodes, const std::string &name);

    std::uint64_t size() const override { return starts_.back(); }
    std::uint64_t stored_size() const override { return std::min(size(), filesystem_->content().stored_size()); }
    const std::string &name() const override { return name_; }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override;
    std::uint64_t lost_until(std::uint64_t offset) const override;

    const std::shared_ptr<const Filesystem> &filesystem() const { return filesystem_; }

    /// Where the bytes lie in the file system's content, in order.
    const std::vector<Extent> &extents() const { return extents_; }

private:
    std::size_t extent_at(std::uint64_t offset) const;

    std::shared_ptr<const Filesystem> filesystem_;
    std::vector<Extent> extents_;
    std::vector<std::uint64_t> starts_;  ///< of each extent within the file, and the end
    std::string name_;
};

} // namespace cloop
