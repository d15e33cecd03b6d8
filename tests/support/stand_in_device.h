// SPDX-License-Identifier: GPL-3.0-or-later
// A loop device that stands in /dev and /sys for /dev/cloop0, where the module is not loaded: the module has loop's ioctls to attach and detach, and
// loop's notion of the last close.

#pragma once

#include "support/program.h"

#include <QDir>

#include <fcntl.h>
#include <linux/loop.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cerrno>

namespace cloop::test {

/// Pre: a private system. Everything is undone with it, except the loop device itself: remove().
class StandInDevice {
public:
    /// `number`: of the loop device; no other program's.
    explicit StandInDevice(int number) : number_(number), sysfs_(QString("/sys/devices/virtual/block/loop%1").arg(number)) {}
    ~StandInDevice() { ::close(control_); }
    StandInDevice(const StandInDevice &) = delete;
    StandInDevice &operator=(const StandInDevice &) = delete;

    /// Makes a /dev, a /sys/block and a /sys/dev/block with nothing else in them.
    bool make() {
        control_ = ::open("/dev/loop-control", O_RDWR | O_CLOEXEC);
        struct stat loop{};
        const bool is_there = (::ioctl(control_, LOOP_CTL_ADD, number_) == number_ || errno == EEXIST) &&
                              ::stat(qPrintable(QString("/dev/loop%1").arg(number_)), &loop) == 0;
        const QString device_number = QString("%1:%2").arg(major(loop.st_rdev)).arg(minor(loop.st_rdev));
        return is_there && QDir().mkpath("/run/dev") && ::mknod("/run/dev/cloop0", S_IFBLK | 0600, loop.st_rdev) == 0 &&
               ::mknod("/run/dev/null", S_IFCHR | 0666, makedev(1, 3)) == 0 && ::chmod("/run/dev/null", 0666) == 0 &&
               run("mount", {"--bind", "/run/dev", "/dev"}).status == 0 && run("mount", {"-t", "tmpfs", "none", "/sys/block"}).status == 0 &&
               QDir().mkpath("/sys/block/cloop0/cloop") && QFile::link(sysfs_ + "/loop", "/sys/block/cloop0/loop") &&
               QFile::link(sysfs_ + "/diskseq", "/sys/block/cloop0/diskseq") && run("mount", {"-t", "tmpfs", "none", "/sys/dev/block"}).status == 0 &&
               QFile::link("/sys/block/cloop0", "/sys/dev/block/" + device_number);
    }

    bool is_attached() const { return QFile::exists(sysfs_ + "/loop/backing_file"); }

    /// Only what sysfs shows: a loop device can't be suspended.
    bool show_suspended(bool is_suspended) const { return write_file("/sys/block/cloop0/cloop/suspended", is_suspended ? "1\n" : "0\n"); }

    /// True if it is gone, or was never there.
    bool remove() const { return control_ < 0 || ::ioctl(control_, LOOP_CTL_REMOVE, number_) == 0 || errno == ENODEV; }

private:
    int number_, control_ = -1;
    QString sysfs_;
};

} // namespace cloop::test
