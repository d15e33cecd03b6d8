// SPDX-License-Identifier: GPL-3.0-or-later
// Extracts files from a file system to a folder or as a tar stream.

#pragma once

#include "base/byte_sink.h"
#include "base/progress.h"
#include "file/file_identity.h"
#include "filesystem/filesystem.h"
#include "job/node_selection.h"

#include <stop_token>

namespace cloop {

struct FileExtractOptions {
    bool replace = false;     ///< existing files are replaced; folders are always entered, and keep their attributes
    bool privileged = false;  ///< as root also setuid and setgid bits and device nodes: who made the image is to be trusted with this machine
    std::vector<FileIdentity> inputs{};  ///< never replaced: what is read from
};

struct FileExtractResult {
    std::uint64_t files = 0;    ///< nodes of any kind created
    std::uint64_t bytes = 0;
    std::uint64_t lost_bytes = 0; ///< of these: zeros for lost bytes
    std::vector<Error> damaged; ///< one per lost run of a file and reason. Subject: the path in the image
    std::vector<Error> skipped; ///< nodes not created. Subject: the target path; for an unsafe name the path in the image
    bool without_sockets = false; ///< sockets were left out, because tar can't hold them
    bool without_owners = false;  ///< not root: owners, devices and setuid bits were left out
    bool without_privileges = false; ///< root: setuid bits, setgid bits or devices were left out, because `privileged` is off
};

/// Extracts each of the selection's nodes, with all below, under its own name into the existing `folder`. Nothing is ever created outside `folder`:
/// no link is followed, unsafe names are skipped, and descriptors are used instead of paths, so that root can extract to a folder that another user
/// changes meanwhile. A file gets its name only when complete. A file created here is not replaced by another name that the file system treats as the
/// same. Continues past damage. Only one folder is open at a time, however deep the tree. Errors: those of the folder; no_space, write_failed;
/// folder_moved; cancelled, out_of_memory.
Result<FileExtractResult> extract_files(const std::shared_ptr<const Filesystem> &filesystem, const NodeSelection &selection,
                                        const std::string &folder, const FileExtractOptions &options, const std::stop_token &stop,
                                        const ProgressSink &progress);

/// The same for one file, under the given name.
Result<FileExtractResult> extract_file_as(const std::shared_ptr<const Filesystem> &filesystem, NodeId node, const std::string &path,
                                          const FileExtractOptions &options, const std::stop_token &stop, const ProgressSink &progress);

/// The same into a tar archive (pax).
Result<FileExtractResult> write_tar(const std::shared_ptr<const Filesystem> &filesystem, const NodeSelection &selection, ByteSink &sink,
                                    const std::stop_token &stop, const ProgressSink &progress);

} // namespace cloop
