// SPDX-License-Identifier: GPL-3.0-or-later
// An ISO 9660 file system, with Rock Ridge, Joliet and zisofs.
// Made for damaged discs. An unreadable directory stays in the tree and is marked; entries known from the path table and the Joliet tree are added.
// No damage causes a loop or ends the listing.
//
// Source: ECMA-119 (ISO 9660), the System Use Sharing Protocol 1.12, the Rock Ridge Interchange Protocol 1.12, Joliet, zisofs 1 and 2; where discs
// differ from these, Linux's behaviour.

#pragma once

#include "filesystem/filesystem.h"
#include "filesystem/filesystem_kinds.h"
#include "filesystem/zisofs.h"

#include <unordered_map>

namespace cloop {

class Iso9660Filesystem final : public Filesystem {
public:
    static constexpr std::string_view name = "ISO 9660";
    static FilesystemProbe probe(const ByteSource &content);
    static Result<std::shared_ptr<const Filesystem>> open(SourcePtr content, const std::stop_token &stop);

    Iso9660Filesystem(SourcePtr content, FilesystemTree tree, std::unordered_map<NodeId, Zisofs> zisofs, bool has_rock_ridge, bool has_joliet)
        : Filesystem(std::move(content), std::move(tree)), zisofs_(std::move(zisofs)), has_rock_ridge_(has_rock_ridge), has_joliet_(has_joliet) {}

    std::string_view kind() const override { return name; }
    SourcePtr open_file(NodeId node) const override;

    bool has_rock_ridge() const { return has_rock_ridge_; }
    bool has_joliet() const { return has_joliet_; }
    /// None if the file is stored uncompressed.
    std::optional<Zisofs> zisofs(NodeId node) const;

private:
    std::unordered_map<NodeId, Zisofs> zisofs_;
    bool has_rock_ridge_;
    bool has_joliet_;
};

} // namespace cloop
