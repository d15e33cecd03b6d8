// SPDX-License-Identifier: GPL-3.0-or-later
// A folder as an ISO 9660 stream, in one pass over its contents.

#pragma once

#include "base/progress.h"
#include "file/file_identity.h"
#include "source/content_tree.h"

namespace cloop {

/// Everything below `path` except what options.filter excludes: files, folders, links (kept, not followed), devices, pipes, sockets; hard links stay
/// linked. A file that grew is included up to its listed size, and noted. `forbidden`: a file that must not be included: the output.
/// Errors: those of FolderListing::read(); source_unreadable, after all unreadable names were reported to on_trouble.
Result<std::unique_ptr<ByteStream>> open_folder(const std::string &path, TreeOptions options, const std::optional<FileIdentity> &forbidden,
                                                const std::stop_token &stop, const ProgressSink &progress);

} // namespace cloop
