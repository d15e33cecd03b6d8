// SPDX-License-Identifier: GPL-3.0-or-later
// Samples an archive's contents without unpacking all of it.

#pragma once

#include "base/byte_source.h"
#include "source/source_filter.h"

#include <chrono>
#include <stop_token>

namespace cloop {

struct ArchiveSampled {
    SourcePtr source;
    double pass_seconds = 0;  ///< estimated time to read the whole archive
};

/// A source that imitates the ISO of an archive, of about its length, filled repeatedly with pieces spread evenly over what can be read within
/// `limit`. If that is not the whole archive, the length is extrapolated from the part of the file read. Errors: those of ArchivePass;
/// content_too_large.
Result<ArchiveSampled> sample_archive(SourcePtr archive, SourceFilter filter, std::chrono::milliseconds limit, const std::stop_token &stop);

} // namespace cloop
