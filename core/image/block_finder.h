// SPDX-License-Identifier: GPL-3.0-or-later
// Finds blocks whose index entries are damaged: decoding a block shows where it ends, and the next one begins there.

#pragma once

#include "image/block_reader.h"

#include <mutex>
#include <unordered_map>
#include <vector>

namespace cloop {

/// Decodes the block at the beginning of `stored`. The last block of an image by mkuzip may be short: it is padded with zeros.
Result<Decoded> decode_block(const Head &head, std::size_t block, CodecId codec, std::span<const std::byte> stored, std::span<std::byte> raw,
                             AnyDecoder &decoder);

/// Threads: every member may be called from any thread. `file`, `head` and `index` must outlive the finder.
class BlockFinder {
public:
    BlockFinder(const ByteSource &file, const Head &head, const BlockIndex &index) : file_(file), head_(head), index_(index) {}

    struct Found {
        Check check = Check::absent;
        std::uint64_t begin = 0;  ///< in the file
        std::uint64_t end = 0;
        CodecId codec = CodecId::zlib;
    };

    /// Finds and decodes into `raw` a block that can't be decoded by its index entries. None if it is not found or is damaged itself. Searches back
    /// over at most 64 MiB of content; caches the ends it finds, so that each block of a run is decoded once or twice.
    std::optional<Found> find(std::size_t block, std::span<std::byte> raw, BlockMemory &memory);

    /// Whether a block's entry points before the end of the previous block that find() decoded: then the entry is wrong.
    bool is_contradicted(std::size_t block);

    /// In an image by mkuzip: whether a block of 0 bytes is really zeros. It is not if a neighbouring block does not use all its bytes, because then
    /// an entry is damaged. Pre: the index has no defect there.
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
    /// Number of its stored bytes that a block uses when decoded by the index; none if that fails.
    std::optional<std::uint64_t> fill_of(std::size_t block, BlockMemory &memory);
    bool leaves_bytes_over(std::size_t block, BlockMemory &memory);
    bool is_bare(std::size_t block) const { return index_.defect(block) == Defect::none && index_[block].size == 0; }

    const ByteSource &file_;
    const Head &head_;
    const BlockIndex &index_;
    std::mutex mutex_;  ///< guards all below
    std::unordered_map<std::size_t, End> ends_;
    EmptyRun empty_run_;
};

} // namespace cloop
