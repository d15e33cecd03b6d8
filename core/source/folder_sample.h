// SPDX-License-Identifier: GPL-3.0-or-later
// Imitates the ISO of a folder at any offset, for sampling.

#pragma once

#include "base/byte_source.h"
#include "source/source_filter.h"

#include <stop_token>

namespace cloop {

struct FolderSampled {
    SourcePtr source;
    std::uint64_t records_size = 0;  ///< bytes of directory records at its beginning, which only imitate the real ones
};

/// Approximate directory records of a folder, then its files in ISO order, each at the beginning of a sector. Unreadable data count as zeros. Errors:
/// those of FolderListing::read().
Result<FolderSampled> sample_folder(const std::string &path, SourceFilter filter, const std::stop_token &stop);

} // namespace cloop
