// SPDX-License-Identifier: GPL-3.0-or-later
// Ejects and remounts the disc that an image lies on while its device is suspended.

#pragma once

#include "base/error.h"
#include "base/unique_fd.h"

#include <sys/types.h>

#include <functional>
#include <stop_token>
#include <string>

namespace cloop {

/// Mounts and unmounts a drive for a user who may not.
struct DiscMounter {
    std::function<Result<std::string>(const std::string &drive)> mount;  ///< returns the folder
    std::function<Status(const std::string &drive)> unmount;
};

/// Without a mounter, find() opens all that is needed: later only the disc itself is read, because all other files may lie on the suspended device.
/// Used by one thread at a time.
class Disc {
public:
    /// The disc that holds `file`, or is `file` (/dev/sr0). `mounter`: empty for root. Errors: not_on_a_disc; no_permission; disc_mounted_twice.
    static Result<Disc> find(const std::string &file, DiscMounter mounter = {});

    /// Unmounts the disc and opens the tray; if the tray stays closed, mounts it again. Errors: disc_busy; drive_stays_closed; system; those of the
    /// mounter.
    Status eject();

    /// Waits for a disc and mounts it, in the same place or where the mounter chooses. Errors: cancelled; system, if the disc can't be mounted; those
    /// of the mounter.
    Status wait(const std::stop_token &stop);

    /// Where it is mounted, or was last; empty if it is not.
    const std::string &folder() const { return mount_point_; }

private:
    Status mount();
    Status unmount();
    dev_t device() const;
    bool is_readable() const;

    DiscMounter mounter_;
    UniqueFd drive_;
    UniqueFd mount_folder_;   ///< the folder under the mount point, while the disc is unmounted
    std::string drive_path_, mount_point_, type_, options_;
    unsigned long flags_ = 0;
    bool is_mounted_ = false;
};

} // namespace cloop
