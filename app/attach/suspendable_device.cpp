// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/suspendable_device.h"

#include "attach/helper_client.h"
#include "attach/udisks.h"

namespace cloop {

Result<SuspendableDevice> SuspendableDevice::open(const std::string &node, std::stop_token stop) {
    CLOOP_LET(path, CloopDevice::path_of(node));
    auto device = CloopDevice::open(node);
    if (device) return SuspendableDevice(std::move(path), std::move(*device), std::move(stop));
    if (device.error().code != ErrorCode::no_permission) return std::unexpected(std::move(device).error());
    CLOOP_LET(bus, SystemBus::connect());
    return SuspendableDevice(std::move(path), std::move(bus), std::move(stop));
}

DiscMounter SuspendableDevice::mounter() {
    if (!needs_service()) return {};
    const auto udisks = [this] { return Udisks(std::get<SystemBus>(by_), stop_); };
    return {.mount = [udisks](const std::string &drive) { return udisks().mount(drive, "a disc"); },
            .unmount = [udisks](const std::string &drive) { return udisks().unmount(drive); }};
}

Status SuspendableDevice::suspend() {
    if (auto *device = std::get_if<CloopDevice>(&by_)) return device->suspend();
    return HelperClient(std::get<SystemBus>(by_), stop_).suspend(path_);
}

Status SuspendableDevice::resume(std::span<const int> parts, const std::string &image) {
    if (auto *device = std::get_if<CloopDevice>(&by_)) return device->resume(parts, image);
    auto resumed = HelperClient(std::get<SystemBus>(by_), stop_).resume(path_, parts);
    if (!resumed && resumed.error().code == ErrorCode::image_refused) resumed.error().subject = image;
    return resumed;
}

} // namespace cloop
