// SPDX-License-Identifier: GPL-3.0-or-later
// Where the contents of two images differ.

#pragma once

#include "base/progress.h"
#include "filesystem/filesystem.h"
#include "image/block_reader.h"

#include <stop_token>

namespace cloop {

/// A piece that is not the same in both, or can't be read in one of them.
struct Difference {
    Extent extent;           ///< of the content
    bool is_unknown = false; ///< one of the two could not be read there
};

struct DiffResult {
    std::uint64_t step = 0;              ///< pieces of this many bytes are compared: the smaller block size
    std::vector<Difference> differences; ///< in order; neighbours of a kind are one
};

/// Pieces behind the end of the shorter one differ. Errors: cancelled, out_of_memory.
Result<DiffResult> diff_images(const BlockReader &left, const BlockReader &right, const std::stop_token &stop, const ProgressSink &progress);

} // namespace cloop
