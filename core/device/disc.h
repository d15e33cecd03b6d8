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
    /// The disc with `file` on it, or that `file` is (/dev/sr0). Error: not_on_a_disc.
    static Result<Disc> find(const std::string &file);

    const std::string &mount_point() const { return mount_point_; }  ///< empty where `file` was the drive itself

    /// Unmounts it and opens the drive. Error: system (it is in use).
    Status eject();

    /// Until a disc is in, and mounted where the other was. Errors: cancelled; system.
    Status wait(const std::stop_token &stop);

private:
    UniqueFd drive_;
    std::string drive_path_, mount_point_, type_;
    unsigned long flags_ = 0;
};

} // namespace cloop
