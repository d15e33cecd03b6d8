// SPDX-License-Identifier: GPL-3.0-or-later
// Loop devices and mounts by udisks, which lets an ordinary user in a session have them.

#pragma once

#include "attach/system_bus.h"
#include "base/extent.h"

namespace cloop {

/// Used by one thread at a time, as its bus. Errors of all functions: udisks_missing; not_authorized, no_agent, not_confirmed; udisks_refused;
/// cancelled.
class Udisks {
public:
    Udisks(SystemBus &bus, std::stop_token stop) : bus_(bus), stop_(std::move(stop)) {}

    /// Makes a read-only loop device of a part of an open file, and returns its path: "/dev/loop3". It stays until delete_loop(). `part`: if it is
    /// empty, the whole file.
    Result<std::string> set_up_loop(int file, Extent part = {});

    /// Opens a whole disk for reading and writing, exclusively. Errors: also disk_changed, if it is gone.
    Result<UniqueFd> open_disk(const std::string &device);

    /// Mounts read-only, where udisks wants to, and returns the folder. `filesystem`: its name, for the message.
    /// Errors: also not_mountable.
    Result<std::string> mount(const std::string &device, std::string_view filesystem);

    /// From now on the loop device goes with its last user, as on unmounting.
    Status clear_on_last_close(const std::string &loop);

    /// Errors: also not_mounted; still_in_use.
    Status unmount(const std::string &device);

    /// Detaches the loop device.
    Status delete_loop(const std::string &loop);

private:
    Result<BusMessage> call(const std::string &device, const char *interface, const char *method, const BusOptions &options);

    SystemBus &bus_;
    std::stop_token stop_;
};

} // namespace cloop
