// SPDX-License-Identifier: GPL-3.0-or-later
// An inode on its way into an EROFS, with all that lies behind it.

#pragma once

#include "format/erofs_records.h"
#include "source/content_tree.h"

#include <memory>
#include <string>
#include <vector>

namespace cloop {

constexpr std::uint64_t erofs_block = std::uint64_t{1} << erofs::usual_block_bits;

struct ErofsNode;

/// The names in a folder.
class ErofsFolder {
public:
    struct Name {
        std::string text;
        ErofsNode *node = nullptr;
    };

    explicit ErofsFolder(ErofsNode *parent) : parent_(parent) {}  ///< null: of the root

    ErofsNode *parent() const { return parent_; }
    void add(std::string name, ErofsNode &node) { names_.push_back({std::move(name), &node}); }

    /// Sorts the names, with "." and "..", into blocks. Call once, when all are added.
    void settle(ErofsNode &own);

    const std::vector<Name> &names() const { return names_; }
    std::size_t blocks() const { return begins_.size(); }
    std::uint64_t last_size() const { return last_size_; }  ///< bytes used of the last block

    /// Pre: all nodes have their places.
    void store_block(std::size_t index, std::span<std::byte> out) const;

private:
    ErofsNode *parent_;
    std::vector<Name> names_;
    std::vector<std::size_t> begins_;  ///< the first name of each block
    std::uint64_t last_size_ = 0;
};

struct ErofsNode : ContentTree::Directory {
    erofs::Inode inode;
    std::vector<std::byte> attributes;    ///< packed
    std::string target;                   ///< of a symbolic link
    std::unique_ptr<ErofsFolder> folder;  ///< of a directory
    std::uint64_t place = 0;              ///< bytes from the beginning of the file system; 0: none yet
    std::uint64_t rank = 0;               ///< of a file among all, in the order of a walk; 0: none yet
    bool is_inline = false;               ///< the end of its names, or its target, lies behind it

    std::uint64_t number() const { return place / erofs::slot; }
    /// Bytes that could lie behind it: the names of the last block, or the target.
    std::uint64_t tail() const { return folder ? folder->last_size() : target.size(); }
    /// Blocks of names or target that lie elsewhere.
    std::uint64_t blocks_apart() const { return (folder ? folder->blocks() : target.empty() ? 0 : 1) - (is_inline ? 1 : 0); }

    /// Appends the inode with all that lies behind it.
    void write(std::vector<std::byte> &out) const;
    /// Fills a block of those that lie elsewhere.
    void write_apart(std::size_t index, std::span<std::byte> out) const;
};

} // namespace cloop
