// SPDX-License-Identifier: GPL-3.0-or-later
// The index of a cloop image: place and codec of each block. Parsing and building without I/O.
//
// Entry i is the offset of block i from the start of the image file, entry n the end of the last block. In version 4 the upper four bits of an entry
// are the codec's number; those of entry n are ignored.

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

/// Largest plausible stored size: incompressible data grows a little; a larger size is damage.
constexpr std::uint64_t max_stored_size(std::uint64_t block_size) { return 2 * block_size + 4096; }

/// One stored block: bytes [offset, offset + size) of the image file; inflates to exactly Head::block_size bytes.
struct BlockRef {
    std::uint64_t offset = 0;
    std::uint32_t size = 0;   ///< 0: a block of zeros that takes no bytes
    std::uint8_t codec = 0;  ///< as numbered in the file: 0 to 15

    bool operator==(const BlockRef &) const = default;
};

/// Why a block can't be read, judged by the index alone.
enum class Defect : std::uint8_t {
    none,
    entry_damaged,  ///< its two entries contradict each other, or point where no block can be
    missing,        ///< it lies past the end of the file, or the file ends within the index
};

/// All blocks of an image, in the order of the content. Immutable; share it between threads freely.
/// Invariant: a block without a defect lies inside the file, outside the head, and has 1 to max_stored_size() bytes; in an image by mkuzip also 0.
class BlockIndex {
public:
    BlockIndex() = default;

    /// `bytes`: the index as in the file, possibly cut; zeros where it could not be read. A damaged entry affects only the two blocks that share it.
    static BlockIndex parse(std::span<const std::byte> bytes, const Head &head, std::uint64_t file_size);

    std::size_t size() const noexcept { return block_count_; }  ///< number of blocks
    Defect defect(std::size_t block) const noexcept;            ///< pre: block < size()
    bool is_all_damaged() const noexcept;                       ///< the index is complete, but every block has damaged entries
    BlockRef operator[](std::size_t block) const noexcept;      ///< pre: defect(block) == Defect::none

    /// An entry's offset and codec, valid or not. Pre: entry <= known_size(), and the file has the entry.
    std::uint64_t entry_offset(std::size_t entry) const noexcept {
        CLOOP_PRE(entry <= known_size());
        return entries_[entry] & offset_mask;
    }
    std::uint8_t entry_codec(std::size_t entry) const noexcept { return static_cast<std::uint8_t>(entries_[entry] >> 60); }

    /// Every block lies in [data_begin(), data_limit()) of the file.
    std::uint64_t data_begin() const noexcept { return data_begin_; }
    std::uint64_t data_limit() const noexcept { return std::min(data_limit_, file_size_); }

    /// All blocks from this one on are missing, because the index is cut.
    std::size_t known_size() const noexcept { return entries_.empty() ? 0 : entries_.size() - 1; }

    /// End of the last block whose place is known; 0 if none is.
    std::uint64_t data_end() const noexcept;

private:
    std::vector<std::uint64_t> entries_;  ///< codec in the upper four bits; may be fewer than in a complete index
    std::size_t block_count_ = 0;
    std::uint64_t data_begin_ = 0;
    std::uint64_t data_limit_ = 0;  ///< no block ends after it; no limit but the file's end if the head comes first
    std::uint64_t file_size_ = 0;
    std::uint64_t largest_ = 0;
    bool has_empty_blocks_ = false;  ///< two equal entries are a block of zeros
};

/// Collects entries while blocks are written. Versions 2 and 4.
class IndexBuilder {
public:
    void add(std::uint64_t offset, std::uint8_t codec) { entries_.push_back(std::uint64_t{codec} << 60 | offset); }
    std::size_t block_count() const { return entries_.size(); }

    /// Adds `distance` to every offset so far.
    void move_by(std::uint64_t distance) {
        for (auto &entry : entries_) entry += distance;
    }

    /// The bytes of the index; `end`: of the last block. Call once.
    std::vector<std::byte> finish(std::uint64_t end) &&;

private:
    std::vector<std::uint64_t> entries_;
};

} // namespace cloop
