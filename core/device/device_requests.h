// SPDX-License-Identifier: GPL-3.0-or-later
// What a device of cloop.ko is asked beside the ioctls of loop, in the kernel's terms. Needs nothing else of core.
//
// The numbers are those of the module's cloop_ioctl.h, written down again: the module shares no source with us.

#pragma once

#include <linux/ioctl.h>

#include <cstdint>

namespace cloop {

/// Attaches a split set, or goes on with a suspended device.
struct PartsRequest {
    std::uint32_t count;
    std::uint32_t flags;
    std::uint64_t fds;  ///< the address of `count` numbers of open files, std::int32_t each
};

constexpr unsigned long suspend_request = _IO(0xC7, 0);
constexpr unsigned long parts_request = _IOW(0xC7, 1, PartsRequest);

/// A flag of parts_request: refused where the device is not suspended.
constexpr std::uint32_t resume_only = 1;

} // namespace cloop
