// SPDX-License-Identifier: GPL-3.0-or-later
// An archive as an ISO 9660 stream, without unpacking it to the disc.

#pragma once

#include "base/byte_source.h"
#include "base/progress.h"
#include "source/content_tree.h"

namespace cloop {

/// Reads the archive twice: first the list, then the contents, which are laid out in archive order. Both passes go to the end and verify all checks
/// of the format: if one fails, the stream ends with an error. Hard links, devices, numeric owners and long names are kept; ArchiveTree decides where
/// an entry goes. Errors: those of ArchivePass and ArchiveTree; archive_cut_short; content_too_large; cancelled.
Result<std::unique_ptr<ByteStream>> open_archive(SourcePtr archive, TreeOptions options, const std::stop_token &stop, const ProgressSink &progress);

} // namespace cloop
