// SPDX-License-Identifier: GPL-3.0-or-later
// A tree that becomes an EROFS file system: all that Linux keeps of a file, with capabilities, ACLs and other extended attributes.
//
// The layout follows from names and sizes, so that each content is read once, in order, without a temporary file: superblock; inodes, each with its
// attributes and, where they fit, its names or link target behind it; names that do not fit; contents in whole blocks.

#pragma once

#include "source/erofs_node.h"

#include <deque>
#include <unordered_map>

namespace cloop {

class ErofsTree final : public ContentTree {
public:
    struct Content {
        int order;
        ErofsNode *node;
        std::shared_ptr<FileContent> file;
    };

    ErofsTree(TreeOptions options, std::optional<std::int64_t> newest);

    bool keeps_extended_attributes() const override { return true; }

    Directory *root() override { return &nodes_.front(); }
    /// Errors of all that add: entry_name_too_long, link_too_long.
    Result<Directory *> add_directory(Directory *parent, const std::string &name, const NodeAttributes &attributes) override;
    void set_attributes(Directory *directory, const NodeAttributes &attributes) override;
    Status add_file(Directory *parent, const std::string &name, const NodeAttributes &attributes, std::uint64_t size, std::uint64_t identity,
                    int order, std::shared_ptr<FileContent> content) override;
    Status add_symlink(Directory *parent, const std::string &name, const NodeAttributes &attributes, const std::string &target) override;
    Status add_special(Directory *parent, const std::string &name, const NodeAttributes &attributes) override;
    Result<std::unique_ptr<ByteStream>> stream(std::string name, std::stop_token stop) override;

private:
    Result<ErofsNode *> add(Directory *parent, const std::string &name, const NodeAttributes &attributes);
    void set(ErofsNode &node, const NodeAttributes &attributes, const std::string &name);
    Status walk(const std::stop_token &stop);
    void enter(ErofsNode &folder);
    void place(ErofsNode &node);
    std::array<std::byte, 16> make_uuid() const;

    std::deque<ErofsNode> nodes_;                                ///< the root first
    std::unordered_map<std::uint64_t, ErofsNode *> files_;       ///< by identity
    std::vector<Content> contents_;
    std::vector<ErofsNode *> placed_;                            ///< in the order of their places
    std::uint64_t end_ = erofs::superblock_offset + erofs::superblock_size;  ///< of the inodes, in bytes
};

} // namespace cloop
