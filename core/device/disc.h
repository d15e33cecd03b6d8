// SPDX-License-Identifier: GPL-3.0-or-later
// Ejects and remounts the disc that an image lies on while its device is suspended.

#pragma once

#include "base/error.h"
#include "base/unique_fd.h"

#include <stop_token>
#include <string>

namespace cloop {

/// find() opens all that is needed: later only the disc itself is read, because all other files may lie on the suspended device. Used by one thread
/// at a time.
class Disc {
public:
    /// The disc that holds `file`, or is `file` (/dev/sr0). Errors: not_on_a_disc; disc_mounted_twice.
    static Result<Disc> find(const std::string &file);

    /// Unmounts the disc and opens the tray; if the tray stays closed, mounts it again. Errors: disc_busy; drive_stays_closed; system.
    Status eject();

    /// Waits for a disc and mounts it in the same place. Errors: cancelled; system, if the disc can't be mounted.
    Status wait(const std::stop_token &stop);

private:
    Status mount();
    bool is_readable() const;

    UniqueFd drive_;
    UniqueFd mount_folder_;   ///< the folder under the mount point, while the disc is unmounted
    std::string drive_path_, mount_point_, type_, options_;
    unsigned long flags_ = 0;
    bool is_mounted_ = false;
};

} // namespace cloop
