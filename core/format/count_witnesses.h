// SPDX-License-Identifier: GPL-3.0-or-later
// How many blocks an image has: the head says it, and so do others. A damaged count would leave out blocks that are there, unnoticed. Pure.
//
// With the head first, entry 0 of the index tells it, since the data begin where the index ends (one old writer left a gap between them);
// so does the size that is noted; entries rise as far as the index goes; and where the last of them points, near the end of the file,
// no further block begins.

#pragma once

#include "format/head.h"

#include <functional>

namespace cloop {

/// Entry i of an index without its codec; none where the file does not have it.
using EntryAt = std::function<std::optional<std::uint64_t>(std::uint64_t entry)>;

/// Whether a block begins at an offset of the file, as its own check tells.
using BlockAt = std::function<bool(std::uint64_t offset)>;

/// The count that the fewest witnesses contradict; the head's own where nothing speaks against it. Looks at few entries, whatever the head
/// announces. `head`: the head as it stands, placed first; `noted_size`: what the preamble notes, where it does.
std::uint32_t believed_block_count(const Head &head, std::optional<std::uint64_t> noted_size, const EntryAt &entry_at, const BlockAt &is_block_at,
                                   std::uint64_t file_size);

/// With the head last, the index begins with the first word that is not zero behind the end of the data, which its last entry names.
/// `behind_data`: what lies at `data_end`, with the padding at least. None where that tells nothing. Pre: data_end < head_offset.
std::optional<std::uint32_t> count_told_by_index(std::span<const std::byte> behind_data, std::uint64_t data_end, std::uint64_t head_offset);

} // namespace cloop
