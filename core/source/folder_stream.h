// A folder as an ISO 9660 stream, in one pass over its contents.

#pragma once

#include "base/progress.h"
#include "source/iso_tree.h"

namespace cloop {

/// Everything below `path`: files, folders, links (kept, not followed), devices, pipes, sockets; hard links stay linked.
/// `forbidden`: a file that must not be among them, being the output. Its device and inode count; null where there is none.
/// Errors: not_found, not_a_directory, same_file; source_unreadable, after every unreadable name went to on_trouble; cancelled.
Result<std::unique_ptr<ByteStream>> open_folder(const std::string &path, IsoOptions options, const struct stat *forbidden,
                                                const std::stop_token &stop, const ProgressSink &progress);

} // namespace cloop
