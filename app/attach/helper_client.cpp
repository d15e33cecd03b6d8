// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/helper_client.h"

#include "attach/service_error.h"
#include "helper/helper_names.h"

namespace cloop {

namespace {

BusMessage message_to(const char *method) { return {helper::bus_name, helper::object_path, helper::interface_name, method}; }

} // namespace

Result<BusMessage> HelperClient::call(const BusMessage &message, const std::string &subject) {
    auto reply = bus_.call(message, stop_);
    if (!reply) return std::unexpected(service_error(reply.error(), subject));
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
