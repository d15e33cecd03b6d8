// Finds the head of an image and loads its index, wherever the version puts them.

#pragma once

#include "base/byte_source.h"
#include "format/block_index.h"

namespace cloop {

struct FoundHead {
    Head head;
    BlockIndex index;
    std::uint64_t file_size = 0;  ///< bytes up to the image's end, without what a burned disc adds behind a head that comes last
};

/// Looks at the start; then at the end, also behind the zeros and unreadable sectors that a burner adds (up to 150 sectors of
/// 2048 bytes); then for a version 0 image. An index that can be read in part is taken in part.
/// Errors: not_cloop, head_cut_short, bad_block_size, index_too_large, no_sound_entry, read_failed,
/// out_of_memory.
Result<FoundHead> find_head(const ByteSource &file);

} // namespace cloop
