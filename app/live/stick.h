// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a disc to a stick, with a partition behind it for what a live system is to keep, if that is wanted.

#pragma once

#include "base/byte_source.h"
#include "base/progress.h"
#include "device/disks.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

namespace cloop {

struct StickRequest {
    SourcePtr disc;
    Disk disk;
    bool keeps = false;  ///< adds an ext4 file system with the label that live discs look for, `kept_label`
    std::optional<std::uint64_t> kept_size{};  ///< of its partition, bytes; none: all of the rest
};

struct StickResult {
    std::string sha256;           ///< of the disc
    std::uint64_t kept_size = 0;  ///< of the partition; 0: there is none
};

/// Reads back all that it writes. If it fails or is stopped, the disk holds a part. Errors: those of add_partition(), before anything is lost;
/// mke2fs_missing, mke2fs_failed; those of open_disk() and write_disk().
Result<StickResult> write_stick(const StickRequest &request, const std::stop_token &stop, const ProgressSink &progress);

} // namespace cloop
