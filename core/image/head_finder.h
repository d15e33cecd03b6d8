// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the head of an image and loads its index, wherever the version puts them.

#pragma once

#include "base/byte_source.h"
#include "format/block_index.h"

#include <vector>

namespace cloop {

struct FoundHead {
    Head head;  ///< as it is used, which the corrections may have changed
    BlockIndex index;
    std::uint64_t file_size = 0;  ///< bytes up to the image's end, without what a burned disc adds behind a head that comes last
    std::vector<HeadCorrection> corrections{};
};

/// Looks at the start; then at the end, also behind the zeros and unreadable sectors that a burner adds (up to 150 sectors of
/// 2048 bytes); then for a head whose version can't be read, or of version 0, which has none: there the blocks themselves must prove it.
/// Each field of the head has witnesses in the index, the blocks and the size that is noted; what fewer of them contradict is right.
/// An index that can be read in part is taken in part. Reads the index and one block, more only where something contradicts.
/// Errors: not_cloop, head_cut_short, bad_block_size, index_too_large, no_sound_entry, freebsd_image, read_failed, out_of_memory.
Result<FoundHead> find_head(const ByteSource &file);

} // namespace cloop
