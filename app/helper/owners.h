// SPDX-License-Identifier: GPL-3.0-or-later
// Who attached a device. Remembered in files, because the service ends when it has nothing to do.

#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace cloop::helper {

/// A note is a file cloopN with the user's number and the disk sequence number, which the kernel changes with every attach and detach. So a note
/// holds for what was attached then, and for nothing after it.
class Owners {
public:
    explicit Owners(std::string notes = "/run/cloop-helper", std::string devices = "/sys/block");

    /// Pre: the device can't be detached meanwhile, because it is open.
    bool note(int device, uid_t user) const;
    /// None: nobody attached it by this service.
    std::optional<uid_t> owner(int device) const;

    struct Owned {
        int device;
        uid_t user;
    };
    /// By number.
    std::vector<Owned> all() const;

private:
    /// 0: not known.
    unsigned long long sequence(int device) const;

    std::string notes_, devices_;
};

} // namespace cloop::helper
