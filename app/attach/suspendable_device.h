// SPDX-License-Identifier: GPL-3.0-or-later
// A device of the kernel module, to be suspended and resumed: directly, or through our service by a user who may not open it.

#pragma once

#include "attach/system_bus.h"
#include "device/disc.h"
#include "device/kernel_device.h"

#include <variant>

namespace cloop {

/// Used by one thread at a time.
class SuspendableDevice {
public:
    /// With the rights for it, opens all that is needed: later requests open no file, because all may lie on the device.
    /// Errors: no_device, not_a_cloop_device; no_system_bus.
    static Result<SuspendableDevice> open(const std::string &node, std::stop_token stop);

    const std::string &path() const { return path_; }

    /// Whether requests go through our service.
    bool needs_service() const { return std::holds_alternative<SystemBus>(by_); }

    /// For who needs the service: udisks, by the same bus; else none. It uses this device.
    DiscMounter mounter();

    /// Errors of both: those of CloopDevice, or of HelperClient.
    Status suspend();
    Status resume(std::span<const int> parts, const std::string &image);

private:
    using Reached = std::variant<CloopDevice, SystemBus>;
    SuspendableDevice(std::string path, Reached by, std::stop_token stop) : path_(std::move(path)), by_(std::move(by)), stop_(std::move(stop)) {}

    std::string path_;
    Reached by_;
    std::stop_token stop_;
};

} // namespace cloop
