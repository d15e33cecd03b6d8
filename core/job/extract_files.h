// SPDX-License-Identifier: GPL-3.0-or-later
// Files out of a file system: to a folder, or as a tar stream.

#pragma once

#include "base/byte_sink.h"
#include "base/progress.h"
#include "file/file_identity.h"
#include "filesystem/filesystem.h"

#include <stop_token>

namespace cloop {

struct FileExtractOptions {
    bool replace = false;     ///< existing files are replaced; folders are always entered, and keep their attributes
    bool privileged = false;  ///< as root also setuid and setgid bits and device nodes: who made the image is to be trusted with this machine
    std::vector<FileIdentity> inputs{};  ///< never replaced: what is read from
    std::vector<char> left_out{};  ///< by node, 1 for each that is not extracted; empty: none. A directory that is left out takes all below with it
};

struct FileExtractResult {
    std::uint64_t files = 0;    ///< nodes of any kind that were made
    std::uint64_t bytes = 0;
    std::uint64_t lost_bytes = 0; ///< of these: zeros in place of what is lost
    std::vector<Error> damaged; ///< one for each run of a file that is lost for one reason. Subject: the path inside
    std::vector<Error> skipped; ///< what could not be made. Subject: where it should be; of an unsafe name the path inside
    bool without_sockets = false; ///< into a tar: it has no place for them
    bool without_owners = false;  ///< as an ordinary user: owners, devices and setuid bits were left out
    bool without_privileges = false; ///< as root: setuid bits, setgid bits or devices were left out, because they were not asked for
};

/// Makes each of `nodes`, with all below, under its own name in `folder`, which exists. Nothing is ever made outside `folder`:
/// no link is followed, no name with a slash or of dots is used, and nothing goes by a path: as root this is safe in a folder that another
/// user changes meanwhile. A file has its name only when it is whole. What was made is not replaced by another name that the file system
/// takes for the same. Goes on past damage. One folder is open at a time, however deep the tree.
/// Errors: those of the folder; no_space, write_failed; folder_moved; cancelled, out_of_memory.
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
