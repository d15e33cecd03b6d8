// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/disk_access.h"

#include "attach/udisks.h"

#include <fcntl.h>
#include <unistd.h>

namespace cloop {

namespace {

Result<UniqueFd> open_disk(const std::string &path, DiskUse use, const std::stop_token &stop) {
    if (::geteuid() != 0) {
        CLOOP_LET(bus, SystemBus::connect());
        return Udisks(bus, stop).open_disk(path, use);
    }
    UniqueFd disk(::open(path.c_str(), (use == DiskUse::writing ? O_WRONLY : O_RDONLY) | O_EXCL | O_CLOEXEC));
    if (disk) return disk;
    return fail_errno(errno == EBUSY ? ErrorCode::disk_in_use : ErrorCode::no_permission, path);
}

} // namespace

DiskToWrite disk_to_write(const Disk &disk, std::stop_token stop) {
    return {.path = disk.path,
            .size = disk.size,
            .open_for_writing = [path = disk.path, stop] { return open_disk(path, DiskUse::writing, stop); },
            .open_for_reading = [path = disk.path, stop] { return open_disk(path, DiskUse::reading, stop); }};
}

} // namespace cloop
