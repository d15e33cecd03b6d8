// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the head of an image, first or last, and loads its index.

#pragma once

#include "base/byte_source.h"
#include "format/block_index.h"

#include <stop_token>
#include <vector>

namespace cloop {

struct FoundHead {
    Head head;  ///< with corrections applied
    BlockIndex index;
    std::uint64_t file_size = 0;  ///< bytes up to the image's end, without the padding of a burned disc after a last head
    std::vector<HeadCorrection> corrections{};
};

/// Searches at the start; then at the end, skipping zeros and unreadable sectors that a burner adds (up to 150 sectors of 2048 bytes); then for a
/// head whose version is unreadable, or of version 0, which names none: there blocks must prove it. Each field of the head is checked against index,
/// blocks and noted size; the value that fewer of them contradict is used. A partly readable index is used in part. Reads the index and one block,
/// more only on contradictions. Errors: not_cloop, head_cut_short, bad_block_size, index_too_large, no_sound_entry, freebsd_image, read_failed,
/// out_of_memory, cancelled (a stop ends it after the read that is under way).
Result<FoundHead> find_head(const ByteSource &file, const std::stop_token &stop = {});

} // namespace cloop
