// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive's contents are like, without unpacking all of it.

#pragma once

#include "base/byte_source.h"
#include "source/source_filter.h"

#include <chrono>
#include <stop_token>

namespace cloop {

struct ArchiveSampled {
    SourcePtr source;
    double pass_seconds = 0;  ///< about what reading the archive to its end takes
};

/// A source that stands for the contents of an archive, as long as the ISO made of them will be about, filled over and over with pieces
/// spread evenly over what can be read in `limit`. Where the archive does not end before that, its length is guessed from how much of the
/// file was read. Errors: those of ArchivePass; content_too_large.
Result<ArchiveSampled> sample_archive(SourcePtr archive, SourceFilter filter, std::chrono::milliseconds limit, const std::stop_token &stop);

} // namespace cloop
