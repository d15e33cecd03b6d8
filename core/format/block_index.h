// SPDX-License-Identifier: GPL-3.0-or-later
// The index of a cloop image: where each block lies, and how it is coded. Pure: bytes to values and back.
//
// Entry i is the offset of block i from the start of the image file, entry n the end of the last block. In version 4 the
// upper four bits of an entry number the codec; those of entry n mean nothing.

#pragma once

#include "base/error.h"
#include "base/precondition.h"
#include "format/head.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cloop {

/// The longest that a stored block may be: incompressible data grows a little; more is damage.
constexpr std::uint64_t max_stored_size(std::uint64_t block_size) { return 2 * block_size + 4096; }

/// One stored block: bytes [offset, offset + size) of the image file; inflates to exactly Head::block_size bytes.
struct BlockRef {
    std::uint64_t offset = 0;
    std::uint32_t size = 0;   ///< 0: a block of zeros that takes no bytes
    std::uint8_t codec = 0;  ///< as numbered in the file: 0 to 15

    bool operator==(const BlockRef &) const = default;
};

/// What keeps a block from being read, as far as the index tells.
enum class Defect : std::uint8_t {
    none,
    entry_damaged,  ///< its two entries contradict each other, or lead where no block can be
    missing,        ///< it lies behind the end of the file, or the file ends within the index
};

/// All blocks of an image, in the order of the content. Immutable; share it between threads freely.
/// Invariant: a block without a defect lies inside the file, outside the head, and takes 1 to max_stored_size() bytes; in an image by
/// mkuzip also none.
class BlockIndex {
public:
    BlockIndex() = default;

    /// Takes the index that `head` announces. `bytes`: as it lies in the file, possibly cut short; zeros where it could not
    /// be read. A damaged entry spoils the blocks beside it, not the image.
    static BlockIndex parse(std::span<const std::byte> bytes, const Head &head, std::uint64_t file_size);

    std::size_t size() const noexcept { return block_count_; }  ///< number of blocks
    Defect defect(std::size_t block) const noexcept;            ///< pre: block < size()
    bool is_all_damaged() const noexcept;                       ///< it is there from end to end, and no entry can be trusted
    BlockRef operator[](std::size_t block) const noexcept;      ///< pre: defect(block) == Defect::none

    /// Where an entry points, right or not, and the codec that it names. Pre: entry <= known_size(), and the file has the entry.
    std::uint64_t entry_offset(std::size_t entry) const noexcept {
        CLOOP_PRE(entry <= known_size());
        return entries_[entry] & offset_mask;
    }
    std::uint8_t entry_codec(std::size_t entry) const noexcept { return static_cast<std::uint8_t>(entries_[entry] >> 60); }

    /// Every block lies in [data_begin(), data_limit()) of the file.
    std::uint64_t data_begin() const noexcept { return data_begin_; }
    std::uint64_t data_limit() const noexcept { return std::min(data_limit_, file_size_); }

    /// From this block on all are missing, the index having been cut short: they need no look each.
    std::size_t known_size() const noexcept { return entries_.empty() ? 0 : entries_.size() - 1; }

    /// The end of the last block whose place is known; 0 where no place is known.
    std::uint64_t data_end() const noexcept;

private:
    std::vector<std::uint64_t> entries_;  ///< codec in the upper four bits; as many as the file had
    std::size_t block_count_ = 0;
    std::uint64_t data_begin_ = 0;
    std::uint64_t data_limit_ = 0;  ///< no block ends behind it; for a head that comes first, nothing but the file's end tells
    std::uint64_t file_size_ = 0;
    std::uint64_t largest_ = 0;
    bool has_empty_blocks_ = false;  ///< two equal entries are a block of zeros
};

/// Collects entries while blocks are written. Version 2 and 4.
class IndexBuilder {
public:
    void add(std::uint64_t offset, std::uint8_t codec) { entries_.push_back(std::uint64_t{codec} << 60 | offset); }
    std::size_t block_count() const { return entries_.size(); }

    /// Adds `distance` to every offset so far.
    void move_by(std::uint64_t distance) {
        for (auto &entry : entries_) entry += distance;
    }

    /// The bytes of the index; `end`: the end of the last block. Call once.
    std::vector<std::byte> finish(std::uint64_t end) &&;

private:
    std::vector<std::uint64_t> entries_;
};

} // namespace cloop
