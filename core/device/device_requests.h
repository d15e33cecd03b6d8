// SPDX-License-Identifier: GPL-3.0-or-later
// The ioctls of cloop.ko beside those of loop. Independent of the rest of core.
// The numbers repeat the module's cloop_ioctl.h, because the module shares no source with core.

#pragma once

#include <linux/ioctl.h>

#include <cstdint>

namespace cloop {

/// Attaches a split set, or resumes a suspended device.
struct PartsRequest {
    std::uint32_t count;
    std::uint32_t flags;
    std::uint64_t fds;  ///< address of `count` file descriptors, std::int32_t each
};

constexpr unsigned long suspend_request = _IO(0xC7, 0);
constexpr unsigned long parts_request = _IOW(0xC7, 1, PartsRequest);

/// A flag of parts_request: refused unless the device is suspended.
constexpr std::uint32_t resume_only = 1;

} // namespace cloop
