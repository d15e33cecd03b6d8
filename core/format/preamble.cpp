// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/preamble.h"

#include "base/byte_order.h"
#include "base/precondition.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <utility>

namespace cloop {

namespace {

constexpr std::size_t version_offset = 11;
constexpr std::size_t low_bits_offset = 124;
constexpr std::string_view size_line = "\n#size=";

constexpr std::array<std::pair<std::string_view, Version>, 3> versions{{{"V1.0", Version::v1}, {"V2.0", Version::v2}, {"V4.0", Version::v4}}};

/// Formats of FreeBSD's mkuzip: LZMA, zstd; lower case: with deduplication.
constexpr std::array<std::string_view, 6> freebsd_formats{"L3.0", "Z4.0", "v3.0", "l3.0", "z4.0", "L2.0"};

std::string_view text_of(std::span<const std::byte> bytes) { return {reinterpret_cast<const char *>(bytes.data()), bytes.size()}; }

int differing_bits(std::string_view a, std::string_view b) {
    int bits = 0;
    for (std::size_t i = 0; i < a.size(); ++i) bits += std::popcount(static_cast<unsigned char>(a[i] ^ b[i]));
    return bits;
}

/// The line may be damaged anywhere: in its name, digits or end.
SizeNotes find_notes(std::span<const std::byte> bytes) {
    SizeNotes notes{.low_bits = load_be<std::uint32_t>(bytes.data() + low_bits_offset)};
    const std::string_view text = text_of(bytes).substr(0, low_bits_offset);
    for (std::size_t at = 0; at + size_line.size() < text.size(); ++at) {
        const int damage = differing_bits(text.substr(at, size_line.size()), size_line);
        if (damage > 1) continue;
        std::uint64_t number = 0;
        const char *digits = text.data() + at + size_line.size();
        const auto [end, error] = std::from_chars(digits, text.data() + text.size(), number);
        const bool is_number = error == std::errc() && end != digits;
        const bool is_ended = end != text.data() + text.size() && *end == '\n';
        if (is_number && is_ended) notes.line = number;
        notes.is_line_damaged = damage != 0 || !is_number || !is_ended;
        break;
    }
    return notes;
}

} // namespace

JudgedSize judge_size(const SizeNotes &notes, std::uint32_t block_size, std::uint32_t block_count) {
    const std::uint64_t padded = std::uint64_t{block_size} * block_count;
    const auto is_believable = [&](std::uint64_t size) { return block_count > 0 ? size + block_size > padded && size <= padded : size == 0; };
    std::optional<std::uint64_t> by_line, by_bits;
    if (notes.line && is_believable(*notes.line)) by_line = notes.line;
    // The only possible size with these low bits, because a block is shorter than 4 GiB.
    if (notes.low_bits != 0)
        if (const std::uint64_t size = padded - static_cast<std::uint32_t>(padded - notes.low_bits); size <= padded && is_believable(size))
            by_bits = size;

    const bool has_line = notes.line || notes.is_line_damaged;
    if (!has_line) {
        // Without a second note, a single set bit may as well be a flipped one.
        if (!by_bits || std::has_single_bit(notes.low_bits)) return {};
        return {.size = by_bits, .has_one_witness = true};
    }
    if (by_line && by_bits) return {.size = std::max(by_line, by_bits), .is_doubtful = by_line != by_bits || notes.is_line_damaged};
    return {.size = by_line ? by_line : by_bits, .is_doubtful = !by_line || notes.is_line_damaged, .has_one_witness = true};
}

Preamble parse_preamble(std::span<const std::byte> bytes) {
    CLOOP_PRE(bytes.size() >= preamble_size);
    const std::string_view text = text_of(bytes.first(preamble_size));
    const std::string_view name = text.substr(version_offset, 4);
    Preamble preamble{.notes = find_notes(bytes)};
    for (const auto &[known, version] : versions)
        if (name == known) preamble.version = version;
    const bool is_script = text.starts_with("#!/bin/sh\n#");
    if (is_script && std::ranges::find(freebsd_formats, name) != freebsd_formats.end()) preamble.freebsd_format = name;
    // mkuzip's script contains "uzip" three times.
    preamble.is_by_mkuzip = preamble.freebsd_format.empty() && text.find("uzip") != text.npos;
    return preamble;
}

bool names_a_version(std::span<const std::byte> bytes) { return bytes.size() >= version_offset + 2 && text_of(bytes)[version_offset] == 'V'; }

Version nearest_version(std::span<const std::byte> preamble) {
    const std::string_view name = text_of(preamble).substr(version_offset, 4);
    return std::ranges::min(versions, {}, [&](const auto &known) { return differing_bits(name, known.first); }).second;
}

std::string make_preamble(Version version, std::optional<std::uint64_t> exact_size) {
    CLOOP_PRE(version == Version::v2 || version == Version::v4);
    std::string text = version == Version::v4 ? "#!/bin/sh\n#V4.0 Format\n" : "#!/bin/sh\n#V2.0 Format\n";
    text += "modprobe cloop file=$0 && mount -r -t iso9660 /dev/cloop $1\nexit $?";
    text += exact_size ? std::string(size_line) + std::to_string(*exact_size) + "\n" : "\n";
    text.resize(preamble_size, '\0');
    if (exact_size) store_be(reinterpret_cast<std::byte *>(text.data()) + low_bits_offset, static_cast<std::uint32_t>(*exact_size));
    return text;
}

} // namespace cloop
