// SPDX-License-Identifier: GPL-3.0-or-later
// Finds blocks that the index misplaces, by the blocks themselves: a stored block tells where it ends, and there the next one begins.

#pragma once

#include "image/block_reader.h"

#include <mutex>
#include <unordered_map>
#include <vector>

namespace cloop {

/// Decodes the block that `stored` begins with. The last block of an image by mkuzip may be short: zeros follow it.
Result<Decoded> decode_block(const Head &head, std::size_t block, CodecId codec, std::span<const std::byte> stored, std::span<std::byte> raw,
                             AnyDecoder &decoder);

/// Threads: every member may be called from any. What the finder refers to must stay.
class BlockFinder {
public:
    BlockFinder(const ByteSource &file, const Head &head, const BlockIndex &index) : file_(file), head_(head), index_(index) {}

    struct Found {
        Check check = Check::absent;
        std::uint64_t begin = 0;  ///< in the file
        std::uint64_t end = 0;
        CodecId codec = CodecId::zlib;
    };

    /// Decodes a block into `raw` that does not decode as the index has it. None: it can't be found, or is damaged itself.
    /// How far it looks back is bounded by 64 MiB of content; what it learns it keeps, so that of a run each block is decoded once or twice.
    std::optional<Found> find(std::size_t block, std::span<std::byte> raw, BlockMemory &memory);

    /// Whether the entry of a block points before the end of the block before it, which find() looked for: then it is that of another block.
    bool is_contradicted(std::size_t block);

    /// In an image by mkuzip: whether a block that takes no bytes is one of zeros. It is not where one of the blocks around it leaves bytes
    /// over, because then an entry is damaged. Pre: the index has no defect there.
    bool is_empty(std::size_t block, BlockMemory &memory);

private:
    enum class Outcome { found, lost, not_tried };
    struct End {
        Outcome outcome = Outcome::not_tried;
        std::uint64_t offset = 0;
    };
    struct EmptyRun {
        std::size_t first = 0, last = 0;
        bool is_empty = false;
    };

    std::optional<Found> find(std::size_t block, std::span<std::byte> raw, BlockMemory &memory, std::size_t depth);
    std::optional<Found> find_first(std::span<std::byte> raw, BlockMemory &memory);
    std::optional<Found> decode_at(std::uint64_t begin, std::size_t block, std::span<std::byte> raw, BlockMemory &memory);
    std::optional<Found> decode_or_leave_empty(std::uint64_t begin, std::size_t block, std::span<std::byte> raw, BlockMemory &memory);
    bool is_confirmed(const Found &found, std::size_t block, BlockMemory &memory);
    bool is_followed(const Found &found, std::size_t block, BlockMemory &memory);
    End end_of(std::size_t block, BlockMemory &memory, std::size_t depth);
    /// How much of its place a block fills, decoded as the index has it; none where that fails.
    std::optional<std::uint64_t> fill_of(std::size_t block, BlockMemory &memory);
    bool leaves_bytes_over(std::size_t block, BlockMemory &memory);
    bool is_bare(std::size_t block) const { return index_.defect(block) == Defect::none && index_[block].size == 0; }

    const ByteSource &file_;
    const Head &head_;
    const BlockIndex &index_;
    std::mutex mutex_;  ///< guards what follows
    std::unordered_map<std::size_t, End> ends_;
    EmptyRun empty_run_;
};

} // namespace cloop
