// SPDX-License-Identifier: GPL-3.0-or-later
// From what a person names to the stream that goes into an image.

#pragma once

#include "base/progress.h"
#include "file/file_identity.h"
#include "source/iso_tree.h"

namespace cloop {

enum class SourceKind { folder, archive, file };

/// What becomes of that path: by what is there, and of an archive, also one in parts, by its name.
SourceKind kind_of_source(const std::string &path);

struct OpenedSource {
    std::unique_ptr<ByteStream> stream;
    SourceKind kind = SourceKind::file;
};

/// A folder and an archive (.tar and its compressed forms, .zip, .7z), also one in parts, become an ISO 9660 stream; any other file, a drive and
/// a split set are taken as they are. `forbidden`: the output, which must not be among the inputs.
/// Errors: those of open_folder(), open_archive() and open_whole(); same_file.
Result<OpenedSource> open_stream(const std::string &path, IsoOptions options, const std::optional<FileIdentity> &forbidden,
                                 const std::stop_token &stop, const ProgressSink &progress);

} // namespace cloop
