// SPDX-License-Identifier: GPL-3.0-or-later
// Whole disks that a disc's image may be written to: sticks, memory cards, loop devices.
//
// Source: Linux, Documentation/ABI/stable/sysfs-block.

#pragma once

#include "base/error.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cloop {

struct Disk {
    std::string path;            ///< /dev/sdb
    std::string name;            ///< "SanDisk Ultra", or that of the device: "loop3"
    std::uint64_t size = 0;      ///< bytes
    std::uint64_t sequence = 0;  ///< the kernel gives each disk, card and file of a loop device another one; 0: before Linux 5.15

    bool operator==(const Disk &) const = default;  ///< the same one, not another in its place
};

/// A disk that can be overwritten without harm to this machine. Errors: not_found; not_a_block_device; disk_is_a_partition, with the whole disk;
/// disk_built_in, for a disk that can't be taken out; disk_in_use, with where it is mounted or who holds it; disk_read_only.
Result<Disk> writable_disk(const std::string &path);

/// All of them, by path; without loop devices.
std::vector<Disk> writable_disks();

/// The disk that is open, which keeps its path as long as it is. Errors: not_a_block_device; not_found, if it is gone.
Result<Disk> opened_disk(int file);

} // namespace cloop
