// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a whole disk for writing: as root itself, else through udisks, which asks for a password where it must.

#pragma once

#include "device/disks.h"
#include "job/write_disk.h"

namespace cloop {

/// Both ways exclusively, so that nothing on the disk is mounted meanwhile. Errors of the functions: those of Udisks, or no_permission, disk_in_use.
DiskToWrite disk_to_write(const Disk &disk, std::stop_token stop);

} // namespace cloop
