// An archive as an ISO 9660 stream, without unpacking it to the disc.

#pragma once

#include "base/progress.h"
#include "source/iso_tree.h"

namespace cloop {

/// By its name: .tar and its compressed forms (.tar.gz, .tgz, .tar.xz, .tar.zst, …), .zip, .7z.
bool is_archive_name(std::string_view path);

/// Reads the archive twice: what is in it, then the contents, which are laid out in the archive's own order so that nothing waits.
/// Hard links, devices, numeric owners and long names are kept; names that lead out ("../", "/etc") stay inside.
/// Errors: archive_damaged, with libarchive's words; not_found, …; cancelled.
Result<std::unique_ptr<ByteStream>> open_archive(const std::string &path, IsoOptions options, const std::stop_token &stop,
                                                 const ProgressSink &progress);

} // namespace cloop
