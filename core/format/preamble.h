// SPDX-License-Identifier: GPL-3.0-or-later
// The preamble of a head: 128 bytes of shell script, of which a few tell something of the image. Pure.
//
//    11    4  names the version
//   "\n#size=<decimal>\n"  exact length of the content, as our writer notes it
//   124    4  the same, its lower 32 bits: a variant by Outernet keeps the length here, and so does our writer, since two notes tell
//             which of them is damaged

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
    v0,  ///< 0.68 and older: no mark of its own, 32-bit entries
    v1,  ///< 1.0 to 1.02: entries in the writer's own byte order
    v2,  ///< everything since 2003
    v4,  ///< a codec for each block
};

/// What the writer noted of the content's length: up to two notes that should agree.
struct SizeNotes {
    std::optional<std::uint64_t> line;  ///< the number of the #size= line
    bool is_line_damaged = false;       ///< there is such a line, and it is not as it was written
    std::uint32_t low_bits = 0;         ///< the four bytes at 124; 0 where nothing is noted
};

/// Which length the notes leave. The last block may show that it is wrong: what is cut off of it must be zeros.
struct JudgedSize {
    std::optional<std::uint64_t> size;  ///< none: whole blocks
    bool is_doubtful = false;           ///< a note is damaged, or can't be true
    bool has_one_witness = false;       ///< nothing but one note tells the size
};
JudgedSize judge_size(const SizeNotes &notes, std::uint32_t block_size, std::uint32_t block_count);

struct Preamble {
    std::optional<Version> version;  ///< none: the text names no version
    bool is_by_mkuzip = false;       ///< FreeBSD's writer: blocks of zeros take no bytes, the last block may be short
    std::string freebsd_format;      ///< "L3.0" and the like, which only FreeBSD reads; else empty
    SizeNotes notes;
};

/// Pre: preamble_size bytes.
Preamble parse_preamble(std::span<const std::byte> bytes);

/// Whether bytes that are cut before the end of a head begin like one.
bool names_a_version(std::span<const std::byte> bytes);

/// The version among v1, v2 and v4 whose name differs in the fewest bits from what stands in a preamble.
Version nearest_version(std::span<const std::byte> preamble);

/// The script, with the size noted where it is given. Pre: version is v2 or v4. To the letter what QEMU compares before it takes a
/// file for cloop.
std::string make_preamble(Version version, std::optional<std::uint64_t> exact_size);

} // namespace cloop
