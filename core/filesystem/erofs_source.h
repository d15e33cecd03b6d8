// SPDX-License-Identifier: GPL-3.0-or-later
// A file of an EROFS whose bytes are not simply those of its extents.

#pragma once

#include "filesystem/erofs_filesystem.h"

namespace cloop {

/// Threads: as ByteSource. Keeps the file system alive, which has `file`.
/// Errors of read_at(): compressed_inside; file_cut_short, where chunks lack.
class ErofsSource final : public ByteSource {
public:
    ErofsSource(std::shared_ptr<const Filesystem> filesystem, NodeId node, const ErofsFile &file);

    std::uint64_t size() const override { return size_; }
    std::uint64_t stored_size() const override { return std::min(size_, filesystem_->content().stored_size()); }
    const std::string &name() const override { return name_; }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override;
    std::uint64_t next_data(std::uint64_t offset) const override;
    std::uint64_t lost_until(std::uint64_t offset) const override;

private:
    std::uint64_t chunk_end(std::uint64_t offset) const { return std::min(size_, offset - offset % file_.chunk_size + file_.chunk_size); }

    std::shared_ptr<const Filesystem> filesystem_;
    const ErofsFile &file_;
    std::uint64_t size_;
    std::string name_;
};

} // namespace cloop
