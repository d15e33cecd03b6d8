// SPDX-License-Identifier: GPL-3.0-or-later
// The preamble of a head: 128 bytes of shell script, some of which describe the image. No I/O.
//
//    11    4  names the version
//   "\n#size=<decimal>\n"  exact length of the content, by our writer
//   124    4  its lower 32 bits: a variant by Outernet keeps the length here, and so does our writer, because two notes show which
//             of them is damaged

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cloop {

inline constexpr std::size_t preamble_size = 128;

enum class Version : std::uint8_t {
    v0,  ///< 0.68 and older: not marked; 32-bit entries
    v1,  ///< 1.0 to 1.02: entries in the writer's byte order
    v2,  ///< everything since 2003
    v4,  ///< a codec for each block
};

/// The notes of the content's length: up to two, which should agree.
struct SizeNotes {
    std::optional<std::uint64_t> line;  ///< the number of the #size= line
    bool is_line_damaged = false;       ///< the line exists but is damaged
    std::uint32_t low_bits = 0;         ///< the four bytes at 124; 0: not noted
};

/// The length by the notes. The last block can still disprove it: the bytes cut off must be zeros.
struct JudgedSize {
    std::optional<std::uint64_t> size;  ///< none: whole blocks
    bool is_doubtful = false;           ///< a note is damaged or impossible
    bool has_one_witness = false;       ///< only one note gives the size
};
JudgedSize judge_size(const SizeNotes &notes, std::uint32_t block_size, std::uint32_t block_count);

struct Preamble {
    std::optional<Version> version;  ///< none: the text has no version
    bool is_by_mkuzip = false;       ///< FreeBSD's writer: blocks of zeros take no bytes, the last block may be short
    std::string freebsd_format;      ///< "L3.0" and similar formats, which only FreeBSD reads; else empty
    SizeNotes notes;
};

/// Pre: preamble_size bytes.
Preamble parse_preamble(std::span<const std::byte> bytes);

/// Whether a cut head names a version.
bool names_a_version(std::span<const std::byte> bytes);

/// The version among v1, v2 and v4 whose name differs in the fewest bits from that in `preamble`.
Version nearest_version(std::span<const std::byte> preamble);

/// The script, with the size noted if given; exactly as QEMU compares it to recognise cloop. Pre: version is v2 or v4.
std::string make_preamble(Version version, std::optional<std::uint64_t> exact_size);

} // namespace cloop
