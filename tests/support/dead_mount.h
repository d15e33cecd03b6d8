// SPDX-License-Identifier: GPL-3.0-or-later
// A mount like one of a server that is gone: each call on it waits until the mount ends.

#pragma once

#include <fcntl.h>
#include <sys/mount.h>
#include <unistd.h>

#include <string>
#include <utility>

namespace cloop::test {

class DeadMount {
public:
    /// Pre: root; the folder exists.
    explicit DeadMount(std::string folder) : folder_(std::move(folder)), device_(::open("/dev/fuse", O_RDWR | O_CLOEXEC)) {
        const std::string options = "fd=" + std::to_string(device_) + ",rootmode=40000,user_id=0,group_id=0";
        is_there_ = device_ >= 0 && ::mount("nowhere", folder_.c_str(), "fuse", MS_NOSUID | MS_NODEV, options.c_str()) == 0;
    }
    ~DeadMount() { end(); }
    DeadMount(const DeadMount &) = delete;
    DeadMount &operator=(const DeadMount &) = delete;

    bool is_there() const { return is_there_; }

    /// Calls that wait get an error.
    void end() {
        if (device_ < 0) return;
        ::close(std::exchange(device_, -1));
        if (is_there_) ::umount2(folder_.c_str(), MNT_DETACH);
    }

private:
    std::string folder_;
    int device_;
    bool is_there_ = false;
};

} // namespace cloop::test
