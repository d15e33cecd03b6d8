// SPDX-License-Identifier: GPL-3.0-or-later
// A tree that libisofs turns into ISO 9660: Rock Ridge with owners, modes, links and devices; Joliet; files of any size.
// Needs no temporary files.

#pragma once

#include "source/content_tree.h"

// Of libisofs.
struct Iso_Node;
struct iso_write_opts;

namespace cloop {

class IsoTree final : public ContentTree {
public:
    static Result<std::shared_ptr<ContentTree>> make(TreeOptions options, const std::optional<std::int64_t> &newest);
    ~IsoTree() override;

    bool keeps_extended_attributes() const override { return false; }

    Directory *root() override;
    Result<Directory *> add_directory(Directory *parent, const std::string &name, const NodeAttributes &attributes) override;
    void set_attributes(Directory *directory, const NodeAttributes &attributes) override;
    Status add_file(Directory *parent, const std::string &name, const NodeAttributes &attributes, std::uint64_t size, std::uint64_t identity,
                    int order, std::shared_ptr<FileContent> content) override;
    Status add_symlink(Directory *parent, const std::string &name, const NodeAttributes &attributes, const std::string &target) override;
    Status add_special(Directory *parent, const std::string &name, const NodeAttributes &attributes) override;
    Result<std::unique_ptr<ByteStream>> stream(std::string name, std::stop_token stop) override;

private:
    struct State;
    friend class IsoTreeStream;
    IsoTree(TreeOptions options, const std::optional<std::int64_t> &newest, std::unique_ptr<State> state);

    void note_change(const std::string &name);
    void set(Iso_Node *node, const NodeAttributes &attributes);
    Status make_bootable(const IsoBoot &boot, iso_write_opts *options);
    Status settle(class AlikeNames &alike, const std::stop_token &stop);

    std::unique_ptr<State> state_;
};

} // namespace cloop
