// SPDX-License-Identifier: GPL-3.0-or-later
// Cloopsmith's privileged service, org.cloopsmith.Helper1: does the few things that need root, for a user who may.

#pragma once

#include "attach/system_bus.h"
#include "device/kernel_device.h"

#include <sys/types.h>

namespace cloop {

/// Used by one thread at a time, as its bus. Errors of all functions: helper_missing; polkit_missing, not_authorized, no_agent; service_busy;
/// cancelled; system, with the service's words.
class HelperClient {
public:
    HelperClient(SystemBus &bus, std::stop_token stop) : bus_(bus), stop_(std::move(stop)) {}

    /// A FUSE mount that is attached nowhere, so that only who holds its descriptor reaches it, and that root may read too.
    struct FuseMount {
        UniqueFd device;  ///< /dev/fuse, for the server
        UniqueFd root;    ///< the mount's root folder
    };
    /// Error: also fuse_missing.
    Result<FuseMount> open_fuse();

    struct Device {
        std::string path;   ///< "/dev/cloop0"
        UniqueFd readable;
    };
    /// Attaches to the first free device of the kernel module. `until_last_close`: it is detached when the last user of `readable` closes it.
    /// Errors: also no_device, no_free_device, image_refused.
    Result<Device> attach(std::span<const int> parts, const AttachOptions &options, bool until_last_close);

    /// Errors of these three: also not_attached, device_busy; already_suspended, device_has_partitions; image_refused.
    Status detach(const std::string &device);
    Status suspend(const std::string &device);
    Status resume(const std::string &device, std::span<const int> parts);

    /// The devices that users have attached through the service, each with its user. Empty without the service.
    std::vector<std::pair<std::string, uid_t>> owners();

private:
    Result<BusMessage> call(const BusMessage &message, const std::string &subject);

    SystemBus &bus_;
    std::stop_token stop_;
};

} // namespace cloop
