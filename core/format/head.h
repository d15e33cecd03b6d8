// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a cloop image: 136 bytes, a shell script with two numbers behind it. No I/O.
//
//   0    128  preamble: a script, padded with NUL; the four characters at 11 name the version
//   128    4  block size in bytes, big endian
//   132    4  number of blocks, big endian
//
// The index follows the head (n + 1 entries), or, with the head last, lies right before it.

#pragma once

#include "base/error.h"
#include "format/preamble.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace cloop {

inline constexpr std::size_t head_size = 136;

/// Limits for reading and writing: those of QEMU, which every real image keeps.
inline constexpr std::uint32_t max_block_size = 64u << 20;
inline constexpr std::uint64_t max_index_size = 512u << 20;

/// The offset in an entry of version 4, whose upper four bits are the codec.
inline constexpr std::uint64_t offset_mask = (std::uint64_t{1} << 60) - 1;

enum class HeadPlace : std::uint8_t { first, last };

struct Head {
    Version version = Version::v2;
    HeadPlace place = HeadPlace::first;
    std::uint32_t block_size = 65536;         ///< bytes; a multiple of 512 in [512, max_block_size]
    std::uint32_t block_count = 0;
    std::uint64_t index_offset = head_size;   ///< bytes from the start of the image file
    bool index_is_little_endian = false;      ///< v1 only
    bool is_by_mkuzip = false;                ///< by FreeBSD's writer: two equal entries are a block of zeros; the last block may be short
    std::optional<std::uint64_t> noted_size;  ///< exact length of the content, if noted plausibly

    std::size_t entry_size() const { return version == Version::v0 ? 4 : 8; }
    std::uint64_t index_size() const { return (std::uint64_t{block_count} + 1) * entry_size(); }
    std::uint64_t padded_size() const { return std::uint64_t{block_count} * block_size; }
    /// Length of the content: as noted, else in whole blocks.
    std::uint64_t content_size() const { return noted_size.value_or(padded_size()); }
};

bool is_valid_block_size(std::uint64_t bytes);

/// A field of the head that the image contradicts more than confirms; the content is read with the corrected value.
struct HeadCorrection {
    enum class Field : std::uint8_t { version, block_size, block_count, size_note };
    Field field = Field::version;
    std::uint64_t stated = 0;  ///< the head's value; 0 for an unreadable version or note
    std::uint64_t used = 0;    ///< the corrected value: version number, bytes or blocks

    bool operator==(const HeadCorrection &) const = default;
};

/// The stored numbers of a head of a known version; check_head() validates them. noted_size is not set: judge_size() gives it once the numbers are
/// certain. index_offset is set for HeadPlace::first only: with the head last, it depends on where the head was found. Pre: head_size bytes.
Head read_head(std::span<const std::byte> bytes, Version version, HeadPlace place);

/// Errors: bad_block_size, index_too_large.
Status check_head(const Head &head);

/// Whether `index` (head.index_size() bytes, or as many as the file has) is that of a version 0 image of `file_size` bytes. Strict, because most
/// files could be heads of version 0: first entry after the index, nearly all entries rising by at most a block, and the end inside the file. For a
/// cut file, all entries must be valid instead.
bool is_believable_v0_index(std::span<const std::byte> index, const Head &head, std::uint64_t file_size);

/// Version 1 wrote entries in the machine's byte order. Chooses the order in which more entries rise, so that a few damaged ones don't matter.
bool is_little_endian_index(std::span<const std::byte> index, const Head &head, std::uint64_t file_size);

/// Number of adjacent entries that rise by a plausible block: measures how well the index fits. Versions 2 and 4.
std::size_t count_rising_entries(std::span<const std::byte> index, const Head &head, std::uint64_t file_size);

/// The bytes of a head. `exact_size`: noted in the preamble if given. Pre: version is v2 or v4.
std::array<std::byte, head_size> make_head(const Head &head, std::optional<std::uint64_t> exact_size);

/// The beginning of a head-last image: a script that loads and mounts it. Never empty, because the driver refuses a block at offset 0.
std::span<const std::byte> stream_prologue();

} // namespace cloop
