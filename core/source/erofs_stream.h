// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of an EROFS whose layout is known.

#pragma once

#include "source/erofs_tree.h"

namespace cloop {

class ErofsStream final : public ByteStream {
public:
    /// `tree`: gets troubles and notes, and owns the nodes. `nodes`: in the order of their places.
    ErofsStream(std::shared_ptr<ContentTree> tree, const erofs::Superblock &superblock, std::span<ErofsNode *const> nodes,
                std::vector<ErofsTree::Content> contents, std::string name, std::stop_token stop);

    std::optional<std::uint64_t> size() const override { return size_; }
    const std::string &name() const override { return name_; }
    Result<std::size_t> read(std::span<std::byte> out) override;

private:
    /// Fills `held_` with the next inodes or names; empty when contents follow.
    void make_records();
    Result<std::size_t> read_contents(std::span<std::byte> out);
    Status open_next();
    Status take_content(std::span<std::byte> out);

    std::shared_ptr<ContentTree> tree_;
    std::span<ErofsNode *const> nodes_;
    std::vector<ErofsTree::Content> contents_;
    std::string name_;
    std::stop_token stop_;
    std::uint64_t size_;
    std::uint64_t done_ = 0;

    std::vector<std::byte> held_;      ///< records
    std::size_t taken_ = 0;            ///< of `held_`
    std::uint64_t position_ = 0;       ///< where `held_` ends
    std::size_t next_inode_ = 0;
    std::size_t next_names_ = 0;       ///< node whose names or target lie apart

    std::size_t next_content_ = 0;
    std::uint64_t content_left_ = 0;   ///< bytes of the current content
    std::uint64_t padding_left_ = 0;   ///< zeros behind it
    bool is_lost_ = false;             ///< the rest of the content can't be read: zeros to its end
};

} // namespace cloop
