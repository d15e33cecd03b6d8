// SPDX-License-Identifier: GPL-3.0-or-later
// The blocks of an image, raw or as they are stored: what walks, judges, extracts, compares and converts an image takes.

#pragma once

#include "base/byte_source.h"
#include "codec/codec.h"
#include "format/block_index.h"
#include "image/block_range.h"

#include <algorithm>
#include <span>
#include <vector>

namespace cloop {

/// Memory of one thread for blocks that are read.
struct BlockMemory {
    AnyDecoder decoder;
    std::vector<std::byte> stored;
    std::vector<std::byte> neighbour;  ///< a raw block before the one that is looked for
    bool is_cut = false;               ///< the last search ended where it had looked far enough
};

/// Scratch memory for reading blocks. One for each thread.
struct BlockScratch {
    /// The last block that was all zeros: the next is often stored alike, and needs no decoding then.
    struct ZeroBlock {
        std::uint8_t codec = 0;
        std::vector<std::byte> stored;
        Check check = Check::absent;  ///< what decoding it gave: not every stream of a codec carries its check
    };

    BlockMemory memory;
    ZeroBlock zero;
};

/// A raw block, as far as it goes.
struct RawBlock {
    Check check = Check::absent;
    bool is_zero = false;
    bool is_misplaced = false;  ///< the index is damaged there: the block was found without it
};

/// An image file's blocks, wherever they come from: ImageReader has them from one file. As a ByteSource it is the content.
/// Threads: every member may be called from any thread.
class BlockReader : public ByteSource {
public:
    virtual const Head &head() const = 0;
    virtual const BlockIndex &index() const = 0;
    /// Bytes of the image file, of which head and index speak.
    virtual std::uint64_t file_size() const = 0;

    /// A block as the index has it, not decoded, in `memory.stored` until that is used again. Pre: block < block_count().
    /// Errors, each with the block and its offset in the file: entry_damaged, block_missing, block_unreadable (errno tells); any that the file
    /// below gives but for read_failed, unchanged: it may be the content of an image itself.
    virtual Result<std::span<const std::byte>> read_stored(std::size_t block, BlockMemory &memory) const = 0;

    /// Decodes one block into `raw` (block_size() bytes), past any cache. On error `raw` is undefined.
    /// Errors: those of read_stored(); block_damaged; codec_unknown.
    virtual Result<RawBlock> read_block(std::size_t block, std::span<std::byte> raw, BlockScratch &scratch) const = 0;

    std::size_t block_count() const { return index().size(); }
    std::uint32_t block_size() const { return head().block_size; }
    /// Where blocks lie in the content, which may end within the last one.
    Extent bytes_of(const BlockRange &blocks) const {
        const std::uint64_t begin = std::min(blocks.first * std::uint64_t{block_size()}, size());
        return {begin, std::min(blocks.last * std::uint64_t{block_size()}, size()) - begin};
    }
    /// The content, as long as noted, else in whole blocks.
    std::uint64_t size() const final { return head().content_size(); }
    /// The block; all the rest, where the file ends before the index does.
    std::uint64_t lost_until(std::uint64_t offset) const final {
        const std::uint64_t block = offset / block_size();
        return block < index().known_size() ? (block + 1) * block_size() : std::max(size(), offset + 1);
    }
};

} // namespace cloop
