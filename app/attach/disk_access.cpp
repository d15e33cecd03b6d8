// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/disk_access.h"

#include "attach/udisks.h"

#include <fcntl.h>
#include <unistd.h>

namespace cloop {

Result<OpenDisk> open_disk(const Disk &disk, const std::stop_token &stop) {
    if (::geteuid() != 0) {
        CLOOP_LET(bus, SystemBus::connect());
        CLOOP_LET(file, Udisks(bus, stop).open_disk(disk.path));
        return OpenDisk{.path = disk.path, .size = disk.size, .file = std::move(file)};
    }
    UniqueFd file(::open(disk.path.c_str(), O_RDWR | O_EXCL | O_CLOEXEC));
    if (!file) return fail_errno(errno == EBUSY ? ErrorCode::disk_in_use : ErrorCode::no_permission, disk.path);
    return OpenDisk{.path = disk.path, .size = disk.size, .file = std::move(file)};
}

} // namespace cloop
