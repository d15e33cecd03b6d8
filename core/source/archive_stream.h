// SPDX-License-Identifier: GPL-3.0-or-later
// An archive as an ISO 9660 stream, without unpacking it to the disc.

#pragma once

#include "base/byte_source.h"
#include "base/progress.h"
#include "source/iso_tree.h"

namespace cloop {

/// Reads the archive twice: what is in it, then the contents, which are laid out in the archive's own order so that nothing waits. Both
/// times to its end, and with every check that its format has: the stream ends with an error where one fails.
/// Hard links, devices, numeric owners and long names are kept; ArchiveTree tells where an entry goes.
/// Errors: those of ArchivePass and ArchiveTree; archive_cut_short; content_too_large; cancelled.
Result<std::unique_ptr<ByteStream>> open_archive(SourcePtr archive, IsoOptions options, const std::stop_token &stop, const ProgressSink &progress);

} // namespace cloop
