// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/head_finder.h"

#include "base/byte_order.h"
#include "base/precondition.h"
#include "base/stoppable_source.h"
#include "base/zeros.h"
#include "codec/codec.h"
#include "format/count_witnesses.h"
#include "image/block_finder.h"
#include "image/block_size_probe.h"
#include "image/entry_reader.h"

#include <algorithm>
#include <new>

namespace cloop {

namespace {

constexpr std::uint64_t sector = 2048;
constexpr std::uint64_t max_run_out = 150 * sector;

/// A head and its preamble while they are checked and corrected.
struct HeadInQuestion {
    Head stated;
    Head head;
    Preamble preamble;
    bool is_named = true;  ///< its text names the version; else blocks must prove that it is a head
};

/// Whether the last block is zeros after `size`, as it must be. True also if the block can't be read, because then nothing contradicts the size.
bool ends_in_zeros(const ByteSource &file, const FoundHead &found, std::uint64_t size) {
    const std::size_t last = found.head.block_count - 1;
    if (found.head.block_count == 0 || last >= found.index.known_size() || found.index.defect(last) != Defect::none) return true;
    const BlockRef ref = found.index[last];
    std::vector<std::byte> stored(ref.size), raw(found.head.block_size);
    const auto got = file.read_at(ref.offset, stored);
    if (!got || *got < stored.size() || !AnyDecoder().decode(CodecId{ref.codec}, stored, raw)) return true;
    return is_all_zero(std::span(raw).subspan(static_cast<std::size_t>(size - (found.head.padded_size() - raw.size()))));
}

void settle_size(const ByteSource &file, const Preamble &preamble, FoundHead &found) {
    JudgedSize judged = judge_size(preamble.notes, found.head.block_size, found.head.block_count);
    if (judged.size && judged.has_one_witness && !ends_in_zeros(file, found, *judged.size)) judged = {.is_doubtful = true};
    found.head.noted_size = judged.size;
    if (judged.is_doubtful)
        found.corrections.push_back({HeadCorrection::Field::size_note, preamble.notes.line.value_or(0), found.head.content_size()});
}

/// Whether the checks of blocks prove the head: one block with the stated size, or two that agree.
bool is_proof(const std::vector<ToldBlockSize> &told, const Head &stated, const Head &head) {
    const auto agreeing = std::ranges::count_if(told, [&](const ToldBlockSize &one) { return one.is_checked && one.size == head.block_size; });
    return agreeing >= 2 || (agreeing == 1 && (stated.block_size == head.block_size || head.block_count == 1));
}

/// Whether all entries of an index are valid. With 64-bit entries that can't happen by chance.
bool is_whole(const BlockIndex &index, const Head &head, std::uint64_t end) {
    if (index.size() < 2 || index.known_size() < index.size() || (head.place == HeadPlace::first && index.entry_offset(0) != index.data_begin()))
        return false;
    for (std::size_t block = 0; block < index.size(); ++block)
        if (index.defect(block) != Defect::none) return false;
    return index.data_end() + sector > std::min(index.data_limit(), end);
}

/// Whether the first block can be found: then the image can be read without its index.
bool has_first_block(const ByteSource &file, const Head &head, const BlockIndex &index) {
    BlockMemory memory;
    std::vector<std::byte> raw(head.block_size);
    return BlockFinder(file, head, index).find(0, raw, memory).has_value();
}

/// The remaining checks, once the block count is certain. `end`: of the image in the file.
Result<FoundHead> settle(const ByteSource &file, HeadInQuestion question, std::uint64_t end) {
    Head &head = question.head;
    const Head &stated = question.stated;
    EntryReader entry_at(file, head);
    const auto told = told_block_sizes(file, head, entry_at, question.is_named);
    head.block_size = believed_block_size(head, told, question.preamble.notes.line);
    const bool is_proven = question.is_named || is_proof(told, stated, head);
    if (head.version == Version::v0 && head.block_count == 0) return fail(ErrorCode::not_cloop);
    if (!is_proven && head.version == Version::v0 && entry_at(0).value_or(0) < head.index_offset + stated.index_size())
        return fail(ErrorCode::not_cloop);
    if (const auto possible = check_head(head); !possible) return question.is_named ? std::unexpected(possible.error()) : fail(ErrorCode::not_cloop);

    const auto bytes = read_what_can_be(file, head.index_offset, head.index_size());
    if (head.version == Version::v1) head.index_is_little_endian = is_little_endian_index(bytes, head, end);
    if (!is_proven && head.version == Version::v0 && !is_believable_v0_index(bytes, stated, end)) return fail(ErrorCode::not_cloop);
    auto index = BlockIndex::parse(bytes, head, end);
    if (!question.is_named && head.version != Version::v0) {
        // A head with an unreadable version is accepted only if all the rest agrees.
        const bool agrees = head.block_size == stated.block_size && head.block_count == stated.block_count;
        if (!agrees || (!is_proven && !is_whole(index, head, end))) return fail(ErrorCode::not_cloop);
    }
    if (index.is_all_damaged() && !has_first_block(file, head, index)) return fail(ErrorCode::no_sound_entry);
    FoundHead found{head, std::move(index), end};
    const auto note = [&](HeadCorrection::Field field, std::uint64_t said, std::uint64_t used) {
        if (said != used) found.corrections.push_back({field, said, used});
    };
    if (!question.is_named && head.version != Version::v0)
        found.corrections.push_back({HeadCorrection::Field::version, 0, static_cast<std::uint64_t>(head.version)});
    note(HeadCorrection::Field::block_size, stated.block_size, head.block_size);
    note(HeadCorrection::Field::block_count, stated.block_count, head.block_count);
    settle_size(file, question.preamble, found);
    return found;
}

/// The head at the start, read as one of `version`.
Result<FoundHead> first_head(const ByteSource &file, std::span<const std::byte> bytes, const Preamble &preamble, Version version,
                             bool is_little_endian) {
    HeadInQuestion question{.stated = read_head(bytes, version, HeadPlace::first), .preamble = preamble, .is_named = preamble.version.has_value()};
    question.stated.is_by_mkuzip = preamble.is_by_mkuzip;
    question.stated.index_is_little_endian = is_little_endian;
    Head &head = question.head = question.stated;
    EntryReader raw_entry_at(file, head);
    const auto entry_at = [&](std::uint64_t entry) -> std::optional<std::uint64_t> {
        const auto value = raw_entry_at(entry);
        return value && version == Version::v4 ? *value & offset_mask : value;
    };
    if (!question.is_named) {
        const auto is_place = [&](std::optional<std::uint64_t> entry) {
            return entry && *entry >= head.index_offset + 2 * head.entry_size() && *entry <= file.size();
        };
        if (!is_place(entry_at(0)) && !is_place(entry_at(1))) return fail(ErrorCode::not_cloop);
    }
    const auto is_block_at = [&](std::uint64_t offset) {
        const auto stored = read_what_can_be(file, offset, max_stored_size(1u << 20));
        return AnyDecoder().raw_size(CodecId::zlib, stored, max_block_size).has_value() ||
               AnyDecoder().raw_size(CodecId::xz, stored, max_block_size).has_value();
    };
    head.block_count = believed_block_count(head, preamble.notes.line, entry_at, is_block_at, file.size());
    return settle(file, std::move(question), file.size());
}

/// Whether the first entries rise in little endian byte order.
bool begins_little_endian(const ByteSource &file, std::span<const std::byte> bytes) {
    const Head head = read_head(bytes, Version::v1, HeadPlace::first);
    return is_little_endian_index(read_what_can_be(file, head.index_offset, 4096), head, file.size());
}

/// A head at the start whose text names no version: damaged, or version 0.
Result<FoundHead> unnamed_first_head(const ByteSource &file, std::span<const std::byte> bytes, const Preamble &preamble) {
    if (auto found = first_head(file, bytes, preamble, Version::v4, false)) {
        // Without codec numbers, all versions with 64-bit entries are read alike.
        bool has_codecs = false;
        for (std::size_t block = 0; block < found->index.known_size() && !has_codecs; ++block) has_codecs = found->index.entry_codec(block) != 0;
        if (!has_codecs) found->head.version = nearest_version(bytes);
        found->corrections[0].used = static_cast<std::uint64_t>(found->head.version);
        return found;
    }
    if (auto found = first_head(file, bytes, preamble, Version::v1, true)) return found;
    return first_head(file, bytes, preamble, Version::v0, false);
}

/// Places the index before the head at `end` − head_size; false if the file has no room for it.
bool place_index(Head &head, std::uint64_t end) {
    if (head.index_size() > max_index_size || head.index_size() + head_size > end) return false;
    head.index_offset = end - head_size - head.index_size();
    return true;
}

/// End of the data by the last entry before the head; none if impossible.
std::optional<std::uint64_t> told_data_end(const ByteSource &file, std::uint64_t end) {
    const std::uint64_t head_offset = end - head_size;
    if (head_offset < 8) return std::nullopt;
    const auto last_entry = read_what_can_be(file, head_offset - 8, 8);
    const std::uint64_t data_end = load_be<std::uint64_t>(last_entry.data()) & offset_mask;
    return data_end > 0 && data_end < head_offset ? std::optional(data_end) : std::nullopt;
}

/// The block count implied by the index before the head.
std::optional<std::uint32_t> count_by_index(const ByteSource &file, std::uint64_t end) {
    const auto data_end = told_data_end(file, end);
    const std::uint64_t head_offset = end - head_size;
    if (!data_end) return std::nullopt;
    return count_told_by_index(read_what_can_be(file, *data_end, std::min(2 * sector, head_offset - *data_end)), *data_end, head_offset);
}

/// Whether `told` fits the file better than `stated`, which differs only in its block count. Too large a count adds entries that don't rise; too
/// small a count omits some that do. If both rise equally often, zeros lie between: padding if the stated index would begin within the data, else
/// lost entries. An index of which fewer than half of the entries rise is not one.
bool fits_better(const ByteSource &file, const Head &told, const Head &stated, std::uint64_t end) {
    if (told.block_count == stated.block_count) return false;
    const auto count = [&](Head head) {
        head.block_size = max_block_size;  // the head's may be damaged as well
        return count_rising_entries(read_what_can_be(file, head.index_offset, head.index_size()), head, end);
    };
    const auto by_told = count(told), by_stated = count(stated);
    if (2 * by_told < told.block_count) return false;
    return by_told > by_stated || (by_told == by_stated && stated.index_offset < told_data_end(file, end).value_or(0));
}

/// Whether the head belongs to this file and not to an image that is the last file on a disc, whose offsets count from its own beginning: the data
/// must end within a sector before the index; damaged last entries may hide some blocks.
bool ends_before_its_index(const BlockIndex &index, const Head &head) {
    std::uint64_t hidden = 0;
    for (std::size_t block = index.size(); block-- > 0 && index.defect(block) == Defect::entry_damaged;) ++hidden;
    return index.size() == 0 || index.data_end() + (hidden > 0 ? (hidden + 1) * max_stored_size(head.block_size) : 0) + sector > head.index_offset;
}

/// None if no head ends at `end`. Pre: end >= head_size; `bytes`: the last head_size bytes before it.
std::optional<Result<FoundHead>> head_ending_at(const ByteSource &file, std::uint64_t end, std::span<const std::byte> bytes, bool is_named) {
    CLOOP_PRE(end >= head_size && bytes.size() == head_size);
    const Preamble preamble = parse_preamble(bytes);
    if (is_named != preamble.version.has_value() || preamble.version == Version::v1) return std::nullopt;
    HeadInQuestion question{
        .stated = read_head(bytes, preamble.version.value_or(Version::v4), HeadPlace::last), .preamble = preamble, .is_named = is_named};
    question.head = question.stated;
    const bool has_stated = place_index(question.head, end);
    if (const auto count = count_by_index(file, end)) {
        Head told = question.stated;
        told.block_count = *count;
        if (place_index(told, end) && (!has_stated || fits_better(file, told, question.head, end))) question.head = told;
        else if (!has_stated) return std::nullopt;
    } else if (!has_stated || !is_named) {
        return std::nullopt;
    }
    auto found = settle(file, std::move(question), end);
    if (found && !ends_before_its_index(found->index, found->head)) return std::nullopt;
    if (!found && !is_named) return std::nullopt;
    return found;
}

/// Searches the tail of the file without trailing zeros. The head ends with the block count, of which up to three bytes may be zero, so a few ends
/// are tried. `is_named`: search for heads that name a version.
std::optional<Result<FoundHead>> find_last_head(const ByteSource &file, bool is_named) {
    const std::uint64_t size = file.size();
    const std::uint64_t back = std::min(size, max_run_out + head_size + sector);
    const auto tail = read_what_can_be(file, size - back, back);
    std::size_t end = tail.size();
    if (end >= head_size)
        if (auto found = head_ending_at(file, size, std::span(tail).subspan(end - head_size, head_size), is_named)) return found;
    while (end > 0 && tail[end - 1] == std::byte{0}) --end;
    for (std::size_t more = 0; more < 4 && end + more <= tail.size(); ++more) {
        if (end + more < head_size) continue;
        const auto bytes = std::span(tail).subspan(end + more - head_size, head_size);
        if (auto found = head_ending_at(file, size - back + end + more, bytes, is_named)) return found;
    }
    return std::nullopt;
}

Result<FoundHead> find_any_head(const ByteSource &file) {
    std::vector<std::byte> start(static_cast<std::size_t>(std::min<std::uint64_t>(head_size, file.size())));
    const auto got = file.read_at(0, start);
    if (!got) {
        if (auto found = find_last_head(file, true)) return std::move(*found);
        return std::unexpected(got.error());
    }
    start.resize(*got);
    if (start.size() < head_size) return fail(names_a_version(start) ? ErrorCode::head_cut_short : ErrorCode::not_cloop);
    const Preamble preamble = parse_preamble(start);
    if (!preamble.freebsd_format.empty()) return fail(ErrorCode::freebsd_image, {}, preamble.freebsd_format);
    if (preamble.version)
        return first_head(file, start, preamble, *preamble.version, preamble.version == Version::v1 && begins_little_endian(file, start));
    if (auto found = find_last_head(file, true)) return std::move(*found);
    auto first = unnamed_first_head(file, start, preamble);
    if (!first && first.error().code == ErrorCode::not_cloop)
        if (auto found = find_last_head(file, false)) return std::move(*found);
    return first;
}

} // namespace

Result<FoundHead> find_head(const ByteSource &file, const std::stop_token &stop) try {
    auto found = find_any_head(StoppableSource(file, stop));
    // What was found then may be wrong, because reads that were stopped look like damage.
    if (stop.stop_requested()) return fail(ErrorCode::cancelled, file.name());
    if (!found) return std::unexpected(std::move(found).error().at(file.name()));
    return found;
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory, file.name());
}

} // namespace cloop
