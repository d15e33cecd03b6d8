// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/udisks.h"

#include <fcntl.h>

#include <chrono>
#include <thread>

namespace cloop {

namespace {

constexpr const char *service = "org.freedesktop.UDisks2";
constexpr const char *loop_interface = "org.freedesktop.UDisks2.Loop";
constexpr const char *filesystem_interface = "org.freedesktop.UDisks2.Filesystem";
const std::string blocks = "/org/freedesktop/UDisks2/block_devices/";

Error error_of(const BusFailure &failure, const std::string &device) {
    const auto error = [&](ErrorCode code, std::string detail = {}) { return Error{.code = code, .subject = device, .detail = std::move(detail)}; };
    if (failure.name.empty()) return error(ErrorCode::cancelled);
    if (failure.is_missing_service()) return {.code = ErrorCode::udisks_missing, .detail = failure.message};
    if (failure.is("org.freedesktop.UDisks2.Error.NotAuthorized")) return error(ErrorCode::not_authorized);
    if (failure.is("org.freedesktop.UDisks2.Error.NotAuthorizedCanObtain")) return error(ErrorCode::no_agent);
    if (failure.is("org.freedesktop.UDisks2.Error.NotAuthorizedDismissed")) return error(ErrorCode::not_confirmed);
    if (failure.is("org.freedesktop.UDisks2.Error.NotMounted")) return error(ErrorCode::not_mounted);
    if (failure.is("org.freedesktop.UDisks2.Error.DeviceBusy")) return error(ErrorCode::still_in_use);
    return error(ErrorCode::udisks_refused, failure.message.empty() ? failure.name : failure.message);
}

/// "/dev/loop3" ↔ ".../block_devices/loop3"
std::string object_of(const std::string &device) { return blocks + device.substr(device.rfind('/') + 1); }

bool has_no_such_interface(const BusFailure &failure) {
    return failure.is("org.freedesktop.DBus.Error.UnknownMethod") || failure.is("org.freedesktop.DBus.Error.UnknownInterface");
}

} // namespace

Result<std::string> Udisks::set_up_loop(int file, Extent part) {
    BusOptions options{{"read-only", true}};
    if (part.size > 0) options.insert(options.end(), {{"offset", part.offset}, {"size", part.size}});
    BusMessage message(service, "/org/freedesktop/UDisks2/Manager", "org.freedesktop.UDisks2.Manager", "LoopSetup");
    auto reply = bus_.call(message.add_fd(file).add(options), stop_);
    if (!reply) return std::unexpected(error_of(reply.error(), {}));
    const std::string object = reply->take_text();
    return "/dev/" + object.substr(object.rfind('/') + 1);
}

Result<UniqueFd> Udisks::open_disk(const std::string &device) {
    BusMessage message(service, object_of(device), "org.freedesktop.UDisks2.Block", "OpenDevice");
    auto reply = bus_.call(message.add(std::string("rw")).add(BusOptions{{"flags", std::int32_t{O_EXCL}}}), stop_);
    if (reply) return reply->take_fd();
    if (has_no_such_interface(reply.error())) return fail(ErrorCode::disk_changed, device);
    return std::unexpected(error_of(reply.error(), device));
}

Result<std::string> Udisks::mount(const std::string &device, std::string_view filesystem) {
    // udisks learns from udev what is inside, a moment after the device is there.
    for (int tries = 30;; --tries) {
        BusMessage message(service, object_of(device), filesystem_interface, "Mount");
        // Without "ro" udisks tries to mount read-write first, and the kernel's log complains.
        auto reply = bus_.call(message.add(BusOptions{{"options", std::string("ro")}}), stop_);
        if (reply) return reply->take_text();
        if (!has_no_such_interface(reply.error())) return std::unexpected(error_of(reply.error(), device));
        if (tries == 0) return fail(ErrorCode::not_mountable, device, filesystem);
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
}

Result<BusMessage> Udisks::call(const std::string &device, const char *interface, const char *method, const BusOptions &options) {
    BusMessage message(service, object_of(device), interface, method);
    auto reply = bus_.call(message.add(options), stop_);
    if (reply) return std::move(*reply);
    if (has_no_such_interface(reply.error())) return fail(ErrorCode::not_mounted, device);
    return std::unexpected(error_of(reply.error(), device));
}

Status Udisks::clear_on_last_close(const std::string &loop) {
    BusMessage message(service, object_of(loop), loop_interface, "SetAutoclear");
    const auto reply = bus_.call(message.add_flag(true).add(BusOptions{}), stop_);
    return reply ? Status() : std::unexpected(error_of(reply.error(), loop));
}

Status Udisks::unmount(const std::string &device) {
    CLOOP_TRY(call(device, filesystem_interface, "Unmount", {}));
    return {};
}

Status Udisks::delete_loop(const std::string &loop) {
    CLOOP_TRY(call(loop, loop_interface, "Delete", {}));
    return {};
}

} // namespace cloop
