// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the user's source as the stream for an image.

#pragma once

#include "base/progress.h"
#include "file/file_identity.h"
#include "source/content_tree.h"

namespace cloop {

enum class SourceKind { folder, archive, file };

/// How a path is treated: by the kind of file; archives, also split ones, by name.
SourceKind kind_of_source(const std::string &path);

struct OpenedSource {
    std::unique_ptr<ByteStream> stream;
    SourceKind kind = SourceKind::file;
};

/// A folder or archive (.tar and its compressed forms, .zip, .7z, also split) becomes an ISO 9660 stream; any other file, drive or split set is
/// streamed unchanged. `forbidden`: the output, which must not be an input. Errors: those of open_folder(), open_archive() and open_whole();
/// same_file.
Result<OpenedSource> open_stream(const std::string &path, TreeOptions options, const std::optional<FileIdentity> &forbidden,
                                 const std::stop_token &stop, const ProgressSink &progress);

} // namespace cloop
