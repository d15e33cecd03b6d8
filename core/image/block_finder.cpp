// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/block_finder.h"

#include "base/precondition.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace cloop {

namespace {

/// Maximum number of bytes before the first block: the script of a head-last image, or the gap of an old writer.
constexpr std::uint64_t longest_gap_behind = 4096;

bool begins_like(const Codec &codec, std::span<const std::byte> stored) { return codec.is_begun_by && codec.is_begun_by(stored); }

} // namespace

Result<Decoded> decode_block(const Head &head, std::size_t block, CodecId codec, std::span<const std::byte> stored, std::span<std::byte> raw,
                             AnyDecoder &decoder) {
    auto decoded = decoder.decode(codec, stored, raw);
    if (decoded || !head.is_by_mkuzip || block + 1 != head.block_count) return decoded;
    const auto size = decoder.raw_size(codec, stored, raw.size());
    if (!size) return decoded;
    std::ranges::fill(raw.subspan(*size), std::byte{0});
    return decoder.decode(codec, stored, raw.first(*size));
}

std::optional<BlockFinder::Found> BlockFinder::find(std::size_t block, std::span<std::byte> raw, BlockMemory &memory) {
    if (block >= index_.known_size()) return std::nullopt;
    memory.neighbour.resize(head_.block_size);
    memory.is_cut = false;
    return find(block, raw, memory, std::max<std::size_t>((64u << 20) / head_.block_size, 2));
}

std::optional<BlockFinder::Found> BlockFinder::find(std::size_t block, std::span<std::byte> raw, BlockMemory &memory, std::size_t depth) {
    // A block past the end of the file can't be found.
    if (index_.defect(block) == Defect::missing && index_.entry_offset(block) >= index_.data_limit()) return std::nullopt;
    std::optional<Found> found;
    if (block == 0) {
        found = find_first(raw, memory);
    } else if (const End before = end_of(block - 1, memory, depth); before.outcome == Outcome::found) {
        found = head_.is_by_mkuzip ? decode_or_leave_empty(before.offset, block, raw, memory) : decode_at(before.offset, block, raw, memory);
    } else {
        found = decode_at(index_.entry_offset(block), block, raw, memory);
        if (found && !is_confirmed(*found, block, memory)) found.reset();
    }
    if (!found && memory.is_cut) return std::nullopt;
    const std::lock_guard lock(mutex_);
    ends_[block] = found ? End{Outcome::found, found->end} : End{Outcome::lost, 0};
    return found;
}

/// Searches for the first block, which has no previous block to show its beginning.
std::optional<BlockFinder::Found> BlockFinder::find_first(std::span<std::byte> raw, BlockMemory &memory) {
    const std::uint64_t begin = index_.data_begin();
    if (head_.place == HeadPlace::first)
        if (auto found = decode_at(begin, 0, raw, memory)) return found;
    if (auto found = decode_at(index_.entry_offset(0), 0, raw, memory); found && is_confirmed(*found, 0, memory)) return found;
    // Search only if the entry is wrong.
    if (begin >= index_.data_limit() || (head_.place == HeadPlace::first && index_.entry_offset(0) == begin)) return std::nullopt;
    std::vector<std::byte> start(static_cast<std::size_t>(std::min(longest_gap_behind, index_.data_limit() - begin)));
    if (const auto got = file_.read_at(begin, start); !got || *got < start.size()) return std::nullopt;
    for (std::size_t at = 0; at < start.size(); ++at) {
        const auto rest = std::span(start).subspan(at);
        if (std::ranges::any_of(all_codecs(), [&](const Codec &codec) { return begins_like(codec, rest); }))
            if (auto found = decode_at(begin + at, 0, raw, memory); found && found->end == index_.entry_offset(1) && is_followed(*found, 0, memory))
                return found;
    }
    return std::nullopt;
}

/// In an image by mkuzip, a block of zeros has no data: the entries of its beginning and end are equal. So the data at `begin` may belong to the
/// next block. The entry of the end decides, and may have a flipped bit or two.
std::optional<BlockFinder::Found> BlockFinder::decode_or_leave_empty(std::uint64_t begin, std::size_t block, std::span<std::byte> raw,
                                                                     BlockMemory &memory) {
    const std::uint64_t said_end = index_.entry_offset(block + 1);
    const auto found = decode_at(begin, block, raw, memory);
    // It is empty if the next block ends at `begin` too, or if its end entry differs in fewer bits from `begin` than from the end of the data there.
    const bool is_passed = block + 2 <= index_.known_size() && index_.entry_offset(block + 2) == begin;
    const int to_here = std::popcount(said_end ^ begin), to_end = found ? std::popcount(said_end ^ found->end) : 2;
    if (!is_passed && to_here == to_end) return std::nullopt;
    if (!is_passed && to_here > to_end) return found;
    std::ranges::fill(raw, std::byte{0});
    return Found{Check::passed, begin, begin, CodecId::zlib};
}

/// Whether a block located only by its own entry is the right one, because the entry could be another block's. It is if it ends where the index says,
/// or if the correct block follows it (then the next entry is the damaged one).
bool BlockFinder::is_confirmed(const Found &found, std::size_t block, BlockMemory &memory) {
    return found.end == index_.entry_offset(block + 1) || is_followed(found, block, memory);
}

/// Whether the next block begins where this one ends, and ends where the index says; the last block must end with the data.
bool BlockFinder::is_followed(const Found &found, std::size_t block, BlockMemory &memory) {
    if (block + 1 == index_.size()) return found.end == index_.data_limit() || block == 0;
    if (block + 2 > index_.known_size()) return false;
    const auto next = decode_at(found.end, block + 1, memory.neighbour, memory);
    return next && next->end == index_.entry_offset(block + 2);
}

std::optional<BlockFinder::Found> BlockFinder::decode_at(std::uint64_t begin, std::size_t block, std::span<std::byte> raw, BlockMemory &memory) {
    const std::uint64_t said_begin = index_.entry_offset(block), said_end = index_.entry_offset(block + 1);
    const std::uint64_t limit = std::min(begin + max_stored_size(head_.block_size), index_.data_limit());
    if (begin < index_.data_begin() || begin >= limit) return std::nullopt;
    // Read more than the block, because its end is unknown; on a read error, only up to its entry's end.
    std::span<const std::byte> stored;
    for (const std::uint64_t end : {limit, said_end}) {
        if (end <= begin || end > limit) continue;
        if (memory.stored.size() < end - begin) memory.stored.resize(static_cast<std::size_t>(end - begin));
        const auto got = file_.read_at(begin, std::span(memory.stored).first(static_cast<std::size_t>(end - begin)));
        if (!got) continue;
        stored = std::span(memory.stored).first(*got);
        break;
    }
    if (stored.empty()) return std::nullopt;

    const CodecId said{index_.entry_codec(block)};
    const auto as = [&](const Codec &codec) -> std::optional<Found> {
        if (head_.version != Version::v4 && !codec.in_all_versions) return std::nullopt;
        const auto decoded = decode_block(head_, block, codec.id, stored, raw, memory.decoder);
        if (!decoded) return std::nullopt;
        return Found{decoded->check, begin, begin + decoded->stored_size, codec.id};
    };
    // First the codecs whose signature matches: a passed check is proof.
    for (const Codec &codec : all_codecs())
        if (begins_like(codec, stored))
            if (const auto found = as(codec); found && found->check == Check::passed) return found;
    // Other blocks are believed if the index says two of these three: where the block ends, its codec, where it begins.
    for (const bool ends_as_said : {true, false})
        for (const Codec &codec : all_codecs()) {
            if (ends_as_said ? codec.id != said && begin != said_begin : codec.id != said || begin != said_begin) continue;
            if (const auto found = as(codec); found && (!ends_as_said || found->end == said_end)) return found;
        }
    return std::nullopt;
}

bool BlockFinder::is_contradicted(std::size_t block) {
    if (block == 0) return false;
    if (index_.defect(block - 1) == Defect::entry_damaged) return true;
    const std::lock_guard lock(mutex_);
    const auto before = ends_.find(block - 1);
    return before != ends_.end() && before->second.outcome == Outcome::found && before->second.offset > index_.entry_offset(block);
}

BlockFinder::End BlockFinder::end_of(std::size_t block, BlockMemory &memory, std::size_t depth) {
    {
        const std::lock_guard lock(mutex_);
        if (const auto known = ends_.find(block); known != ends_.end()) return known->second;
    }
    if (index_.defect(block) == Defect::none) {
        const BlockRef ref = index_[block];
        if (ref.size == 0 ? is_empty(block, memory) : fill_of(block, memory) == ref.size) return {Outcome::found, ref.offset + ref.size};
    }
    if (depth == 0) {
        memory.is_cut = true;
        return {};
    }
    const auto found = find(block, memory.neighbour, memory, depth - 1);
    return found ? End{Outcome::found, found->end} : End{Outcome::lost, 0};
}

std::optional<std::uint64_t> BlockFinder::fill_of(std::size_t block, BlockMemory &memory) {
    const BlockRef ref = index_[block];
    memory.neighbour.resize(head_.block_size);
    if (memory.stored.size() < ref.size) memory.stored.resize(ref.size);
    const std::span stored(memory.stored.data(), ref.size);
    if (const auto got = file_.read_at(ref.offset, stored); !got || *got < ref.size) return std::nullopt;
    const auto decoded = decode_block(head_, block, CodecId{ref.codec}, stored, memory.neighbour, memory.decoder);
    if (!decoded) return std::nullopt;
    return decoded->stored_size;
}

bool BlockFinder::leaves_bytes_over(std::size_t block, BlockMemory &memory) {
    if (index_.defect(block) != Defect::none) return true;
    const auto fill = fill_of(block, memory);
    return fill && *fill < index_[block].size;
}

bool BlockFinder::is_empty(std::size_t block, BlockMemory &memory) {
    CLOOP_PRE(index_.defect(block) == Defect::none);
    {
        const std::lock_guard lock(mutex_);
        if (block >= empty_run_.first && block < empty_run_.last) return empty_run_.is_empty;
    }
    EmptyRun run{block, block + 1, true};
    while (run.first > 0 && is_bare(run.first - 1)) --run.first;
    while (run.last < index_.known_size() && is_bare(run.last)) ++run.last;
    run.is_empty =
        (run.first == 0 || !leaves_bytes_over(run.first - 1, memory)) && (run.last >= index_.known_size() || !leaves_bytes_over(run.last, memory));
    const std::lock_guard lock(mutex_);
    empty_run_ = run;
    return run.is_empty;
}

} // namespace cloop
