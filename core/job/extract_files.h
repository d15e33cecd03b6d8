// Files out of a file system: to a folder, or as a tar stream.

#pragma once

#include "base/byte_sink.h"
#include "base/progress.h"
#include "filesystem/filesystem.h"

#include <sys/types.h>

#include <stop_token>

namespace cloop {

/// Which file it is, whatever its name.
struct FileIdentity {
    dev_t device = 0;
    ino_t inode = 0;
    bool operator==(const FileIdentity &) const = default;
};

struct FileExtractOptions {
    bool replace = false;  ///< existing files are replaced; folders are always entered
    std::vector<FileIdentity> inputs{};  ///< never replaced: what is read from
};

struct FileExtractResult {
    std::uint64_t files = 0;    ///< nodes of any kind that were made
    std::uint64_t bytes = 0;
    std::vector<Error> damaged; ///< one for each piece that was lost; the file has zeros there. Subject: the path inside
    std::vector<Error> skipped; ///< what could not be made. Subject: where it should be; of an unsafe name the path inside
    bool without_sockets = false; ///< into a tar: it has no place for them
    bool without_owners = false; ///< as an ordinary user: owners, devices and setuid bits were left out
};

/// Makes each of `nodes`, with all below, under its own name in `folder`, which exists. Nothing is ever made outside `folder`:
/// no link is followed, no name with a slash or of dots is used. A file has its name only when it is whole. Goes on past damage.
/// Errors: those of the folder; no_space, write_failed; cancelled, out_of_memory.
Result<FileExtractResult> extract_files(const std::shared_ptr<const Filesystem> &filesystem, const std::vector<NodeId> &nodes,
                                        const std::string &folder, const FileExtractOptions &options, const std::stop_token &stop,
                                        const ProgressSink &progress);

/// One file, under the name given. Otherwise the same.
Result<FileExtractResult> extract_file_as(const std::shared_ptr<const Filesystem> &filesystem, NodeId node, const std::string &path,
                                          const FileExtractOptions &options, const std::stop_token &stop, const ProgressSink &progress);

/// The same as a tar archive (pax), into the sink.
Result<FileExtractResult> write_tar(const std::shared_ptr<const Filesystem> &filesystem, const std::vector<NodeId> &nodes, ByteSink &sink,
                                    const std::stop_token &stop, const ProgressSink &progress);

} // namespace cloop
