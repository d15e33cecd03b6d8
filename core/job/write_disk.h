// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a disc's image to a whole disk, and reads it back.

#pragma once

#include "base/byte_source.h"
#include "base/progress.h"
#include "base/unique_fd.h"

#include <functional>
#include <stop_token>
#include <string>

namespace cloop {

struct DiskToWrite {
    std::string path;         ///< for messages
    std::uint64_t size = 0;   ///< bytes
    /// Opens it for writing, later for reading; each is closed before the next is opened.
    std::function<Result<UniqueFd>()> open_for_writing{};
    std::function<Result<UniqueFd>()> open_for_reading{};
};

/// Returns the SHA-256 of what was written, in hexadecimal. What is read back comes from the disk, not from memory. If it fails or is stopped, the
/// disk holds a part. Errors: disk_too_small, with the bytes that are missing; those of `content` and of opening; write_failed, no_space;
/// verify_failed; cancelled.
Result<std::string> write_disk(const ByteSource &content, const DiskToWrite &disk, const std::stop_token &stop, const ProgressSink &progress);

} // namespace cloop
