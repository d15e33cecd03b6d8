#include "format/head.h"

#include "base/byte_order.h"
#include "format/block_index.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string>
#include <string_view>

namespace cloop {

namespace {

constexpr std::size_t version_offset = 11;
constexpr std::size_t block_size_offset = 128;
/// A variant by Outernet keeps the exact size here, as 32 bits.
constexpr std::size_t short_size_offset = 124;

constexpr std::string_view size_note = "#size=";

std::string_view text_of(std::span<const std::byte> bytes) { return {reinterpret_cast<const char *>(bytes.data()), bytes.size()}; }

void read_size_note(std::span<const std::byte> preamble, Head &head) {
    const auto is_believable = [&](std::uint64_t size) {
        return head.block_count > 0 ? size > head.padded_size() - head.block_size && size <= head.padded_size() : size == 0;
    };
    const std::string_view text = text_of(preamble);
    if (const auto at = text.find(std::string("\n").append(size_note)); at != text.npos) {
        const char *digits = text.data() + at + 1 + size_note.size();
        std::uint64_t size = 0;
        const auto [end, error] = std::from_chars(digits, text.data() + text.size(), size);
        if (error == std::errc{} && end != digits && end != text.data() + text.size() && *end == '\n' && is_believable(size))
            head.noted_size = size;
        else
            head.has_false_size_note = true;
    } else if (const auto size = load_be<std::uint32_t>(preamble.data() + short_size_offset); size != 0 && is_believable(size)) {
        head.noted_size = size;
    }
}

/// Everything but version and place, which are set already.
Result<Head> read_fields(std::span<const std::byte> bytes, Head head) {
    head.block_size = load_be<std::uint32_t>(bytes.data() + block_size_offset);
    head.block_count = load_be<std::uint32_t>(bytes.data() + block_count_offset);
    if (!is_valid_block_size(head.block_size)) return fail(ErrorCode::bad_block_size, {}, std::to_string(head.block_size));
    if (head.index_size() > max_index_size) return fail(ErrorCode::index_too_large, {}, std::to_string(head.block_count));
    read_size_note(bytes.first(preamble_size), head);
    return head;
}

/// How many neighbours in the index rise by what a block may take.
template <class Load> std::size_t count_rising(std::size_t entries, std::uint64_t largest, std::uint64_t file_size, Load load) {
    std::size_t rising = 0;
    for (std::size_t i = 0; i + 1 < entries; ++i) {
        const std::uint64_t from = load(i);
        const std::uint64_t to = load(i + 1);
        if (from < to && to - from <= largest && to <= file_size) ++rising;
    }
    return rising;
}

} // namespace

bool is_valid_block_size(std::uint64_t bytes) { return bytes != 0 && bytes % 512 == 0 && bytes <= max_block_size; }

Result<Head> parse_head(std::span<const std::byte> bytes, HeadPlace place) {
    if (bytes.size() < head_size) {
        const bool is_begun = bytes.size() >= version_offset + 2 && text_of(bytes).substr(version_offset, 1) == "V";
        return fail(is_begun ? ErrorCode::head_cut_short : ErrorCode::not_cloop);
    }
    const std::string_view name = text_of(bytes).substr(version_offset, 4);
    Head head{.place = place};
    if (name == "V4.0") head.version = Version::v4;
    else if (name == "V2.0") head.version = Version::v2;
    else if (name == "V1.0" && place == HeadPlace::first) head.version = Version::v1;
    else return fail(ErrorCode::not_cloop);
    return read_fields(bytes, head);
}

Result<Head> parse_v0_head(std::span<const std::byte> bytes) {
    if (bytes.size() < head_size || text_of(bytes)[version_offset] == 'V') return fail(ErrorCode::not_cloop);
    auto head = read_fields(bytes, Head{.version = Version::v0});
    if (head && head->block_count == 0) return fail(ErrorCode::not_cloop);
    return head;
}

bool is_believable_v0_index(std::span<const std::byte> index, const Head &head, std::uint64_t file_size) {
    const std::size_t entries = index.size() / 4;
    if (entries != std::size_t{head.block_count} + 1) return false;
    const auto load = [&](std::size_t i) -> std::uint64_t { return load_be<std::uint32_t>(index.data() + 4 * i); };
    const std::uint64_t data_begin = head_size + head.index_size();
    if (load(0) < data_begin || load(0) > file_size) return false;
    const std::uint64_t largest = max_stored_size(head.block_size);
    const std::size_t blocks = entries - 1;
    if (load(0) == data_begin && blocks >= 16 && count_rising(entries, largest, UINT32_MAX, load) == blocks) return true;
    // Each damaged entry spoils two neighbours.
    const std::size_t tolerated = blocks >= 16 ? 2 * (blocks / 16) : 0;
    return count_rising(entries, largest, file_size, load) + tolerated >= blocks && (load(blocks) <= file_size || tolerated > 0);
}

bool is_little_endian_index(std::span<const std::byte> index, const Head &head, std::uint64_t file_size) {
    const std::size_t entries = index.size() / 8;
    const std::uint64_t largest = max_stored_size(head.block_size);
    const auto little = count_rising(entries, largest, file_size, [&](std::size_t i) { return load_le<std::uint64_t>(index.data() + 8 * i); });
    const auto big = count_rising(entries, largest, file_size, [&](std::size_t i) { return load_be<std::uint64_t>(index.data() + 8 * i); });
    return little >= big;
}

std::optional<std::uint32_t> count_told_by_index(std::span<const std::byte> behind_data, std::uint64_t data_end, std::uint64_t head_offset) {
    // Entries lie in whole words before the head, whatever the padding.
    for (std::size_t at = (head_offset - data_end) % 8; at + 8 <= behind_data.size(); at += 8)
        if (load_be<std::uint64_t>(behind_data.data() + at) != 0) return static_cast<std::uint32_t>((head_offset - data_end - at) / 8 - 1);
    return std::nullopt;
}

std::size_t count_rising_entries(std::span<const std::byte> index, const Head &head, std::uint64_t file_size) {
    return count_rising(index.size() / 8, max_stored_size(head.block_size), file_size,
                        [&](std::size_t i) { return load_be<std::uint64_t>(index.data() + 8 * i) & offset_mask; });
}

std::array<std::byte, head_size> make_head(const Head &head, std::optional<std::uint64_t> exact_size) {
    std::string text = head.version == Version::v4 ? "#!/bin/sh\n#V4.0 Format\n" : "#!/bin/sh\n#V2.0 Format\n";
    text += "modprobe cloop file=$0 && mount -r -t iso9660 /dev/cloop $1\nexit $?\n";
    if (exact_size) text += std::string(size_note) + std::to_string(*exact_size) + "\n";

    std::array<std::byte, head_size> bytes{};
    std::memcpy(bytes.data(), text.data(), std::min(text.size(), preamble_size));
    store_be(bytes.data() + block_size_offset, head.block_size);
    store_be(bytes.data() + block_count_offset, head.block_count);
    return bytes;
}

std::span<const std::byte> stream_prologue() {
    static constexpr std::string_view script = "#!/bin/sh\n"
                                               "# A cloop image, its head at the end. To unpack it: cloop extract\n"
                                               "modprobe cloop file=$0 && mount -r -t iso9660 /dev/cloop $1\n"
                                               "exit $?\n";
    return std::as_bytes(std::span(script));
}

} // namespace cloop
