// SPDX-License-Identifier: GPL-3.0-or-later
// Compares the contents of two images.

#pragma once

#include "base/progress.h"
#include "filesystem/filesystem.h"
#include "image/block_reader.h"

#include <stop_token>

namespace cloop {

/// A piece that differs, or is lost in one of the images.
struct Difference {
    Extent extent;           ///< of the content
    bool is_unknown = false; ///< lost in one of the images
};

struct DiffResult {
    std::uint64_t step = 0;              ///< bytes of a compared piece: the smaller block size
    std::vector<Difference> differences; ///< in order; adjacent ones of the same kind are merged
};

/// Pieces past the end of the shorter image differ. Errors: cancelled, out_of_memory.
Result<DiffResult> diff_images(const BlockReader &left, const BlockReader &right, const std::stop_token &stop, const ProgressSink &progress);

} // namespace cloop
