// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a whole disk for writing: as root itself, else through udisks, which asks for a password where it must.

#pragma once

#include "device/disks.h"
#include "job/write_disk.h"

#include <stop_token>

namespace cloop {

/// Both ways exclusively, so that nothing on the disk is mounted meanwhile. Errors: those of Udisks, or no_permission, disk_in_use; disk_changed, if
/// what is there now is not `disk`.
Result<OpenDisk> open_disk(const Disk &disk, const std::stop_token &stop);

} // namespace cloop
