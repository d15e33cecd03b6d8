// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/block_size_probe.h"

#include "codec/codec.h"
#include "format/block_index.h"
#include "image/entry_reader.h"

#include <algorithm>

namespace cloop {

namespace {

/// Positions in [0, count): first, last, then halving the gaps, because damage comes in runs.
std::vector<std::uint64_t> spread(std::uint64_t count) {
    constexpr std::uint64_t most = 24;
    std::vector<std::uint64_t> places;
    const auto add = [&](std::uint64_t place) {
        if (place < count && places.size() < most && std::ranges::find(places, place) == places.end()) places.push_back(place);
    };
    add(0);
    add(count - 1);
    for (std::uint64_t parts = 2; parts <= 32; parts *= 2)
        for (std::uint64_t i = 1; i < parts; i += 2) add(count * i / parts);
    for (std::uint64_t i = 1; i < most; ++i) add(i);
    return places;
}

class BlockSizeProbe {
public:
    BlockSizeProbe(const ByteSource &file, const Head &head, EntryReader &entry_at) : file_(file), head_(head), entry_at_(entry_at) {}

    std::optional<ToldBlockSize> ask(std::uint64_t block) {
        // mkuzip may write a short last block.
        if (head_.is_by_mkuzip && block + 1 == head_.block_count) return std::nullopt;
        const auto entry = entry_at_(block), next = entry_at_(block + 1);
        if (!entry || !next) return std::nullopt;
        const bool has_codec = head_.version == Version::v4;
        const CodecId codec{static_cast<std::uint8_t>(has_codec ? *entry >> 60 : 0)};
        const std::uint64_t begin = has_codec ? *entry & offset_mask : *entry;
        const std::uint64_t end = has_codec ? *next & offset_mask : *next;
        if (auto told = measure(codec, begin, end)) return told;
        // Without a gap, the first block begins where the index ends.
        if (block != 0 || head_.place != HeadPlace::first) return std::nullopt;
        return measure(codec, head_.index_offset + head_.index_size(), end);
    }

private:
    std::optional<ToldBlockSize> measure(CodecId codec, std::uint64_t begin, std::uint64_t end) {
        // Where the index does not say how long the block is, no more than a block of 1 MiB can need is read: larger ones are rare.
        const std::uint64_t furthest = std::min(begin + max_stored_size(1u << 20), file_.size());
        const bool is_told = begin < end && end - begin <= max_stored_size(max_block_size) && end <= file_.size();
        if (!find_codec(codec) || begin >= furthest) return std::nullopt;
        // Test the first bytes, which rules out most data that is not a block.
        std::array<std::byte, 2> start{};
        if (const auto got = file_.read_at(begin, start); !got || *got < start.size()) return std::nullopt;
        if (codec == CodecId::zlib && ((start[0] & std::byte{0x0F}) != std::byte{8} ||
                                       (std::to_integer<unsigned>(start[0]) << 8 | std::to_integer<unsigned>(start[1])) % 31 != 0))
            return std::nullopt;
        if (is_told)
            if (auto told = measure_stored(codec, begin, end)) return told;
        return codec == CodecId::zlib || codec == CodecId::xz ? measure_stored(codec, begin, furthest) : std::nullopt;
    }

    std::optional<ToldBlockSize> measure_stored(CodecId codec, std::uint64_t begin, std::uint64_t end) {
        stored_.resize(static_cast<std::size_t>(end - begin));
        if (const auto got = file_.read_at(begin, stored_); !got || *got < stored_.size()) return std::nullopt;
        const bool is_checked = find_codec(codec)->has_check;
        if (is_valid_block_size(head_.block_size)) {
            raw_.resize(head_.block_size);
            if (const auto decoded = decoder_.decode(codec, stored_, raw_); decoded && (is_checked || decoded->stored_size == stored_.size()))
                return ToldBlockSize{head_.block_size, is_checked};
        }
        const auto size = decoder_.raw_size(codec, stored_, max_block_size);
        if (!size || !is_valid_block_size(*size)) return std::nullopt;
        return ToldBlockSize{static_cast<std::uint32_t>(*size), is_checked};
    }

    const ByteSource &file_;
    const Head &head_;
    EntryReader &entry_at_;
    AnyDecoder decoder_;
    std::vector<std::byte> stored_, raw_;
};

} // namespace

std::vector<ToldBlockSize> told_block_sizes(const ByteSource &file, const Head &head, EntryReader &entry_at, bool is_named) {
    std::vector<ToldBlockSize> told;
    if (head.block_count == 0) return told;
    BlockSizeProbe probe(file, head, entry_at);
    std::size_t checked = 0;
    for (const std::uint64_t block : spread(head.block_count)) {
        const auto size = probe.ask(block);
        if (!size) continue;
        told.push_back(*size);
        checked += size->is_checked;
        if (is_named ? size->size == head.block_size || told.size() == 3 : checked == 2) break;
    }
    return told;
}

std::uint32_t believed_block_size(const Head &head, const std::vector<ToldBlockSize> &told, std::optional<std::uint64_t> noted_size) {
    if (told.empty() || std::ranges::any_of(told, [&](const ToldBlockSize &one) { return one.size == head.block_size; })) return head.block_size;
    const auto contradictions = [&](std::uint32_t size) {
        const bool fits_note = !noted_size || (*noted_size + size - 1) / size == head.block_count;
        return (size != head.block_size) + !fits_note + std::ranges::count_if(told, [&](const ToldBlockSize &one) { return one.size != size; });
    };
    // The head's number may be invalid. A block's check outweighs it.
    std::uint32_t best = is_valid_block_size(head.block_size) ? head.block_size : told[0].size;
    for (const ToldBlockSize &one : told)
        if (const auto better = contradictions(best) - contradictions(one.size);
            better > 0 || (better == 0 && best == head.block_size && one.is_checked))
            best = one.size;
    return best;
}

} // namespace cloop
