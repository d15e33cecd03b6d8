// SPDX-License-Identifier: GPL-3.0-or-later
// What a folder's contents are like, at any place of the ISO that will be made of them.

#pragma once

#include "base/byte_source.h"
#include "source/source_filter.h"

#include <stop_token>

namespace cloop {

struct FolderSampled {
    SourcePtr source;
    std::uint64_t records_size = 0;  ///< bytes at its beginning: records of directories, which are only like those that there will be
};

/// The directories of a folder as they will be about, then its files one behind the other, each from the beginning of a sector: as they
/// will lie in the ISO. What can't be read counts as zeros. Errors: those of FolderListing::read().
Result<FolderSampled> sample_folder(const std::string &path, SourceFilter filter, const std::stop_token &stop);

} // namespace cloop
