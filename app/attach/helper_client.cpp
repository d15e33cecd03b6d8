// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/helper_client.h"

#include "helper/helper_names.h"

namespace cloop {

namespace {

struct KnownFailure {
    std::string_view name;
    ErrorCode code;
};
constexpr KnownFailure known_failures[] = {
    {helper::no_polkit, ErrorCode::polkit_missing},
    {helper::access_denied, ErrorCode::not_authorized},
    {"org.freedesktop.DBus.Error.InteractiveAuthorizationRequired", ErrorCode::no_agent},
    {helper::limits_exceeded, ErrorCode::service_busy},
    {helper::no_fuse, ErrorCode::fuse_missing},
    {helper::no_module, ErrorCode::no_device},
    {helper::no_free_device, ErrorCode::no_free_device},
    {helper::not_attached, ErrorCode::not_attached},
    {helper::device_busy, ErrorCode::device_busy},
    {helper::image_refused, ErrorCode::image_refused},
    {helper::already_suspended, ErrorCode::already_suspended},
    {helper::has_partitions, ErrorCode::device_has_partitions},
};

Error error_of(const BusFailure &failure, const std::string &subject) {
    if (failure.name.empty()) return {.code = ErrorCode::cancelled};
    if (failure.is_missing_service()) return {.code = ErrorCode::helper_missing, .detail = failure.message};
    for (const auto &known : known_failures)
        if (failure.is(known.name)) return {.code = known.code, .subject = subject};
    return {.code = ErrorCode::system, .subject = subject, .detail = failure.message.empty() ? failure.name : failure.message};
}

BusMessage message_to(const char *method) { return {helper::bus_name, helper::object_path, helper::interface_name, method}; }

} // namespace

Result<BusMessage> HelperClient::call(const BusMessage &message, const std::string &subject) {
    auto reply = bus_.call(message, stop_);
    if (!reply) return std::unexpected(error_of(reply.error(), subject));
    return std::move(*reply);
}

Result<HelperClient::FuseMount> HelperClient::open_fuse() {
    CLOOP_LET(reply, call(message_to("OpenFuse"), {}));
    FuseMount mount;
    mount.device = reply.take_fd();
    mount.root = reply.take_fd();
    return mount;
}

Result<HelperClient::Device> HelperClient::attach(std::span<const int> parts, const AttachOptions &options, bool until_last_close) {
    BusOptions given{{"until-last-close", until_last_close}};
    if (options.offset) given.emplace_back("offset", options.offset);
    if (options.size_limit) given.emplace_back("size-limit", options.size_limit);
    if (options.wants_partitions) given.emplace_back("partitions", true);
    CLOOP_LET(reply, call(message_to("Attach").add_fds(parts).add(given), {}));
    Device device;
    device.path = reply.take_text();
    device.readable = reply.take_fd();
    return device;
}

Status HelperClient::detach(const std::string &device) {
    CLOOP_TRY(call(message_to("Detach").add(device), device));
    return {};
}

Status HelperClient::suspend(const std::string &device) {
    CLOOP_TRY(call(message_to("Suspend").add(device), device));
    return {};
}

Status HelperClient::resume(const std::string &device, std::span<const int> parts) {
    CLOOP_TRY(call(message_to("Resume").add(device).add_fds(parts), device));
    return {};
}

std::vector<std::pair<std::string, uid_t>> HelperClient::owners() {
    auto reply = call(message_to("Status"), {});
    if (!reply) return {};
    std::vector<std::pair<std::string, uid_t>> owners;
    for (auto &[device, uid] : reply->take_pairs()) owners.emplace_back(std::move(device), uid);
    return owners;
}

} // namespace cloop
