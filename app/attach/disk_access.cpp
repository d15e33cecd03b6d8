// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/disk_access.h"

#include "attach/udisks.h"

#include <fcntl.h>
#include <unistd.h>

namespace cloop {

namespace {

Result<UniqueFd> opened(const std::string &path, const std::stop_token &stop) {
    if (::geteuid() != 0) {
        CLOOP_LET(bus, SystemBus::connect());
        return Udisks(bus, stop).open_disk(path);
    }
    UniqueFd file(::open(path.c_str(), O_RDWR | O_EXCL | O_CLOEXEC));
    if (file) return file;
    if (errno == ENOENT || errno == ENXIO || errno == ENODEV || errno == ENOMEDIUM) return fail(ErrorCode::disk_changed, path);
    return fail_errno(errno == EBUSY ? ErrorCode::disk_in_use : ErrorCode::system, path);
}

} // namespace

Result<OpenDisk> open_disk(const Disk &disk, const std::stop_token &stop) {
    CLOOP_LET(file, opened(disk.path, stop));
    // By the descriptor, because the path may have become that of another disk since the person saw it, or while a password was asked for.
    if (const auto found = opened_disk(file.get()); !found || *found != disk) return fail(ErrorCode::disk_changed, disk.path);
    return OpenDisk{.path = disk.path, .size = disk.size, .file = std::move(file)};
}

} // namespace cloop
