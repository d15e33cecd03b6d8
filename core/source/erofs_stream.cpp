// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/erofs_stream.h"

#include <algorithm>
#include <cstring>

namespace cloop {

namespace {

/// Records are made in pieces of about this size.
constexpr std::size_t piece_size = 64 * 1024;

} // namespace

ErofsStream::ErofsStream(std::shared_ptr<ContentTree> tree, const erofs::Superblock &superblock, std::span<ErofsNode *const> nodes,
                         std::vector<ErofsTree::Content> contents, std::string name, std::stop_token stop)
    : tree_(std::move(tree)), nodes_(nodes), contents_(std::move(contents)), name_(std::move(name)), stop_(std::move(stop)),
      size_(superblock.blocks * superblock.block_size()), held_(erofs::superblock_offset + erofs::superblock_size), position_(held_.size()) {
    erofs::store(superblock, std::span(held_).subspan<erofs::superblock_offset, erofs::superblock_size>());
}

Result<std::size_t> ErofsStream::read(std::span<std::byte> out) {
    std::size_t filled = 0;
    while (filled < out.size() && done_ < size_) {
        if (stop_.stop_requested()) return fail(ErrorCode::cancelled, name_);
        if (taken_ == held_.size()) make_records();
        std::size_t now = std::min(out.size() - filled, held_.size() - taken_);
        if (now > 0) {
            std::memcpy(out.data() + filled, held_.data() + taken_, now);
            taken_ += now;
        } else {
            CLOOP_LET(got, read_contents(out.subspan(filled)));
            now = got;
        }
        filled += now;
        done_ += now;
    }
    if (done_ == size_) tree_->tell_notes(name_);
    return filled;
}

void ErofsStream::make_records() {
    held_.clear();
    taken_ = 0;
    while (next_inode_ < nodes_.size() && held_.size() < piece_size) {
        const ErofsNode &node = *nodes_[next_inode_++];
        held_.resize(held_.size() + static_cast<std::size_t>(node.place - position_));
        const std::size_t begin = held_.size();
        node.write(held_);
        position_ = node.place + held_.size() - begin;
        if (next_inode_ == nodes_.size())
            held_.resize(held_.size() + static_cast<std::size_t>((erofs_block - position_ % erofs_block) % erofs_block));
    }
    while (next_inode_ == nodes_.size() && next_names_ < nodes_.size() && held_.size() < piece_size) {
        const ErofsNode &node = *nodes_[next_names_++];
        for (std::size_t i = 0; i < node.blocks_apart(); ++i) {
            held_.resize(held_.size() + erofs_block);
            node.write_apart(i, std::span(held_).last<erofs_block>());
        }
    }
}

/// Reads a part of one content, or the zeros behind it.
Result<std::size_t> ErofsStream::read_contents(std::span<std::byte> out) {
    if (content_left_ == 0 && padding_left_ == 0) CLOOP_TRY(open_next());
    const bool is_padding = content_left_ == 0;
    std::uint64_t &left = is_padding ? padding_left_ : content_left_;
    out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), left)));
    if (is_padding || is_lost_) std::ranges::fill(out, std::byte{0});
    else CLOOP_TRY(take_content(out));
    left -= out.size();
    if (!is_padding && left == 0) contents_[next_content_ - 1].file->close();
    return out.size();
}

Status ErofsStream::open_next() {
    const ErofsTree::Content &next = contents_[next_content_++];
    content_left_ = next.node->inode.size;
    padding_left_ = (erofs_block - content_left_ % erofs_block) % erofs_block;
    const auto opened = next.file->open();
    is_lost_ = !opened;
    return opened ? Status() : tree_->trouble(opened.error());
}

/// Fills `out`; lost bytes are zeros.
Status ErofsStream::take_content(std::span<std::byte> out) {
    std::vector<Error> losses;
    auto got = contents_[next_content_ - 1].file->read(out, losses);
    for (const Error &loss : losses) {
        if (loss.code == ErrorCode::source_grew) tree_->note(loss.code, loss.subject);
        else CLOOP_TRY(tree_->trouble(loss));
    }
    if (got && *got == out.size()) return {};
    std::ranges::fill(out.subspan(got.value_or(0)), std::byte{0});
    is_lost_ = true;
    return tree_->trouble(got ? Error{.code = ErrorCode::source_changed} : std::move(got).error());
}

} // namespace cloop
