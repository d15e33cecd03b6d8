// SPDX-License-Identifier: GPL-3.0-or-later
// Checks the head's block count against other evidence, because a damaged count would hide blocks unnoticed. No I/O.
// With the head first, entry 0 implies the count, because the data begin where the index ends (one old writer left a gap between them); so does the
// noted size; entries rise up to the end of the index; and no further block begins where the last one points, near the end of the file.

#pragma once

#include "format/head.h"

#include <functional>

namespace cloop {

/// Entry i of an index without its codec; none if it lies past the end of the file.
using EntryAt = std::function<std::optional<std::uint64_t>(std::uint64_t entry)>;

/// Whether a block begins at a file offset, proved by its own check.
using BlockAt = std::function<bool(std::uint64_t offset)>;

/// The count that the fewest witnesses contradict; the head's own if none does. Reads few entries, whatever the head states. `head`: as stored,
/// placed first; `noted_size`: from the preamble.
std::uint32_t believed_block_count(const Head &head, std::optional<std::uint64_t> noted_size, const EntryAt &entry_at, const BlockAt &is_block_at,
                                   std::uint64_t file_size);

/// With the head last, the index begins with the first nonzero word after the end of the data, which its last entry gives.
/// `behind_data`: the bytes at `data_end`, including the padding. None if there is no such word. Pre: data_end < head_offset.
std::optional<std::uint32_t> count_told_by_index(std::span<const std::byte> behind_data, std::uint64_t data_end, std::uint64_t head_offset);

} // namespace cloop
