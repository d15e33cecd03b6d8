// SPDX-License-Identifier: GPL-3.0-or-later
// Writes to a whole disk, and reads back what was written.

#pragma once

#include "base/byte_source.h"
#include "base/progress.h"
#include "base/unique_fd.h"

#include <span>
#include <stop_token>
#include <string>

namespace cloop {

/// Held open, so that all that is written goes to one disk, even if another one takes its name meanwhile.
struct OpenDisk {
    std::string path;         ///< for messages
    std::uint64_t size = 0;   ///< bytes
    UniqueFd file;            ///< for reading and writing
};

/// What goes to one place of a disk.
struct DiskPiece {
    std::uint64_t offset = 0;  ///< on the disk
    SourcePtr content;
};

/// `pieces`: by offset; they do not overlap. Returns the SHA-256 of what was written, in hexadecimal. What is read back comes from the disk, not from
/// memory. If it fails or is stopped, the disk holds a part. Errors: disk_too_small, with the bytes that are missing; those of the contents;
/// write_failed, no_space; verify_failed; cancelled.
Result<std::string> write_disk(std::span<const DiskPiece> pieces, const OpenDisk &disk, const std::stop_token &stop, const ProgressSink &progress);

} // namespace cloop
