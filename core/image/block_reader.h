// SPDX-License-Identifier: GPL-3.0-or-later
// Interface to the blocks of an image, raw or stored, for all code that scans, extracts, compares or converts images.

#pragma once

#include "base/byte_source.h"
#include "codec/codec.h"
#include "format/block_index.h"
#include "image/block_range.h"

#include <algorithm>
#include <span>
#include <vector>

namespace cloop {

/// Buffers for reading blocks. Use one per thread.
struct BlockMemory {
    AnyDecoder decoder;
    std::vector<std::byte> stored;
    std::vector<std::byte> neighbour;  ///< a raw block before the wanted one
    bool is_cut = false;               ///< the last search stopped at its limit
};

/// Scratch memory for reading blocks. Use one per thread.
struct BlockScratch {
    /// The last all-zero block: an identical stored block needs no decoding.
    struct ZeroBlock {
        std::uint8_t codec = 0;
        std::vector<std::byte> stored;
        Check check = Check::absent;  ///< result of decoding it, because not every stream of a codec carries a check
    };

    BlockMemory memory;
    ZeroBlock zero;
};

/// Result of reading a raw block.
struct RawBlock {
    Check check = Check::absent;
    bool is_zero = false;
    bool is_misplaced = false;  ///< its index entries are damaged: the block was found without them
};

/// The blocks of an image from any origin; ImageReader reads them from one file. As a ByteSource it is the content.
/// Threads: every member may be called from any thread.
class BlockReader : public ByteSource {
public:
    virtual const Head &head() const = 0;
    virtual const BlockIndex &index() const = 0;
    /// Size of the image file in bytes, to which head and index refer.
    virtual std::uint64_t file_size() const = 0;

    /// The stored block by its index entries, not decoded; lies in `memory.stored` until that is reused. Pre: block < block_count().
    /// Errors, each with the block and its file offset: entry_damaged, block_missing, block_unreadable (with errno, for read_failed); all other
    /// errors of the file unchanged, because it may be the content of another image.
    virtual Result<std::span<const std::byte>> read_stored(std::size_t block, BlockMemory &memory) const = 0;

    /// Decodes one block into `raw` (block_size() bytes), uncached. On error `raw` is undefined.
    /// Errors: those of read_stored(); block_damaged; codec_unknown.
    virtual Result<RawBlock> read_block(std::size_t block, std::span<std::byte> raw, BlockScratch &scratch) const = 0;

    std::size_t block_count() const { return index().size(); }
    std::uint32_t block_size() const { return head().block_size; }
    /// The bytes of blocks in the content, which may end within the last block.
    Extent bytes_of(const BlockRange &blocks) const {
        const std::uint64_t begin = std::min(blocks.first * std::uint64_t{block_size()}, size());
        return {begin, std::min(blocks.last * std::uint64_t{block_size()}, size()) - begin};
    }
    /// Length of the content: as noted, else in whole blocks.
    std::uint64_t size() const final { return head().content_size(); }
    /// To the end of the block; to the end of the content if the index is cut there.
    std::uint64_t lost_until(std::uint64_t offset) const final {
        const std::uint64_t block = offset / block_size();
        return block < index().known_size() ? (block + 1) * block_size() : std::max(size(), offset + 1);
    }
};

} // namespace cloop
