// SPDX-License-Identifier: GPL-3.0-or-later
// An EROFS file system as Linux mounts it; files that it compresses are listed, but not read.
// Made for damaged discs: an inode or a block of names that can't be read stays in the tree and is marked.
//
// Source: see format/erofs_records.h.

#pragma once

#include "filesystem/filesystem.h"
#include "filesystem/filesystem_kinds.h"

#include <unordered_map>
#include <vector>

namespace cloop {

/// A file whose bytes are not simply those of its extents.
struct ErofsFile {
    static constexpr std::uint64_t hole = UINT64_MAX;

    bool is_compressed = false;
    std::uint64_t chunk_size = 0;          ///< bytes
    std::vector<std::uint64_t> chunks{};   ///< the offset of each in the content, or `hole`
};

class ErofsFilesystem final : public Filesystem {
public:
    static constexpr std::string_view name = "EROFS";
    static FilesystemProbe probe(const ByteSource &content);
    static Result<std::shared_ptr<const Filesystem>> open(SourcePtr content, const std::stop_token &stop);

    ErofsFilesystem(SourcePtr content, FilesystemTree tree, std::unordered_map<NodeId, ErofsFile> files)
        : Filesystem(std::move(content), std::move(tree)), files_(std::move(files)) {}

    std::string_view kind() const override { return name; }
    SourcePtr open_file(NodeId node) const override;

private:
    std::unordered_map<NodeId, ErofsFile> files_;
};

} // namespace cloop
