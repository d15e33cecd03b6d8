// SPDX-License-Identifier: GPL-3.0-or-later
// The disc that an image lies on, taken out and put in again while the device that reads it is suspended.

#pragma once

#include "base/error.h"
#include "base/unique_fd.h"

#include <stop_token>
#include <string>

namespace cloop {

/// Whatever is needed is opened by find(): afterwards nothing is read but from the disc itself, since all other files may lie on the
/// suspended device. One thread at a time.
class Disc {
public:
    /// The disc with `file` on it, or that `file` is (/dev/sr0). Errors: not_on_a_disc; system, where it is mounted a second time.
    static Result<Disc> find(const std::string &file);

    /// Unmounts it and opens the drive; where that fails, it is mounted again. Error: system (it is in use, or the drive refuses).
    Status eject();

    /// Until a disc is in, and mounted where the other was. Errors: cancelled; system: this one can't be mounted.
    Status wait(const std::stop_token &stop);

private:
    Status mount();
    bool is_readable() const;

    UniqueFd drive_;
    UniqueFd mount_folder_;   ///< what the disc is mounted on, while it is not
    std::string drive_path_, mount_point_, type_, options_;
    unsigned long flags_ = 0;
    bool is_mounted_ = false;
};

} // namespace cloop
