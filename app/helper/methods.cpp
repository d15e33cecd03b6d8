// SPDX-License-Identifier: GPL-3.0-or-later
#include "methods.h"

#include "cloop_devices.h"
#include "fuse_mount.h"
#include "helper_names.h"

#include <cerrno>
#include <string_view>

namespace cloop::helper {

namespace {

constexpr char may_attach[] = "org.cloopsmith.attach", may_detach[] = "org.cloopsmith.detach", may_detach_others[] = "org.cloopsmith.detach-others";
constexpr std::size_t most_parts = 1024;

Service &service_of(void *data) { return *static_cast<Service *>(data); }

/// False: the message is wrong.
bool read_parts(sd_bus_message *message, std::vector<int> &parts) {
    int result = sd_bus_message_enter_container(message, 'a', "h");
    for (int part = -1; result >= 0 && (result = sd_bus_message_read(message, "h", &part)) > 0;) parts.push_back(part);
    return result >= 0 && sd_bus_message_exit_container(message) >= 0 && !parts.empty() && parts.size() <= most_parts;
}

int read_option(sd_bus_message *message, AttachOptions &options) {
    const char *name = nullptr;
    int result = sd_bus_message_read(message, "s", &name);
    const std::string_view option = result > 0 ? name : "";
    int flag = 0;
    if (option == "offset") result = sd_bus_message_read(message, "v", "t", &options.offset);
    else if (option == "size-limit") result = sd_bus_message_read(message, "v", "t", &options.size_limit);
    else if (option == "partitions" || option == "until-last-close") result = sd_bus_message_read(message, "v", "b", &flag);
    else return -EINVAL;
    if (option == "partitions") options.wants_partitions = flag;
    if (option == "until-last-close") options.until_last_close = flag;
    return result;
}

bool read_options(sd_bus_message *message, AttachOptions &options) {
    int result = sd_bus_message_enter_container(message, 'a', "{sv}");
    while (result >= 0 && (result = sd_bus_message_enter_container(message, 'e', "sv")) > 0) {
        result = read_option(message, options);
        if (result >= 0) result = sd_bus_message_exit_container(message);
    }
    return result >= 0;
}

constexpr Refusal wrong_arguments{invalid_args, "the arguments are not those of the method"};

void run_open_fuse(Call &call) {
    const FuseMount fuse = open_fuse(call.user(), call.group());
    if (fuse.mount) call.answer("hh", fuse.device.get(), fuse.mount.get());
    else call.refuse({no_fuse, ::strerrordesc_np(errno)});
}

void run_attach(Service &service, Call &call) {
    std::vector<int> parts;
    AttachOptions options;
    const bool is_right = read_parts(call.message(), parts) && read_options(call.message(), options);
    if (!is_right || (parts.size() > 1 && (options.offset > 0 || options.size_limit > 0 || options.wants_partitions))) {
        call.refuse(wrong_arguments);
        return;
    }
    service.gate.work(
        call, parts, [parts, options] { return attach(parts, options); },
        [&service, &call, options](const Outcome &outcome) {
            if (!options.until_last_close && !keep(outcome.open.get(), options)) return call.refuse({failed, "the device can't be kept"});
            (void)service.owners.note(outcome.device, call.user());
            call.answer("sh", ("/dev/" + device_name(outcome.device)).c_str(), outcome.open.get());
        });
}

const char *action_of_attach(const Call &) { return may_attach; }

int on_open_fuse(sd_bus_message *message, void *data, sd_bus_error *) {
    return service_of(data).gate.admit(message, action_of_attach, run_open_fuse);
}

int on_attach(sd_bus_message *message, void *data, sd_bus_error *) {
    Service &service = service_of(data);
    return service.gate.admit(message, action_of_attach, [&service](Call &call) { run_attach(service, call); });
}

using UseDevice = Outcome (*)(int device, const std::vector<int> &parts, const MayUse &may_use);

void run_on_device(Service &service, Call &call, int device, UseDevice use, bool was_own) {
    std::vector<int> parts;
    if (use == resume && !read_parts(call.message(), parts)) {
        call.refuse(wrong_arguments);
        return;
    }
    const MayUse may_use = [&service, device, user = call.user(), was_own] { return !was_own || service.owners.owner(device) == user; };
    service.gate.work(call, parts, [=] { return use(device, parts, may_use); }, [&call](const Outcome &) { call.answer(""); });
}

/// The methods that begin with the path of a device. Who attached it needs less permission.
int on_device(sd_bus_message *message, Service &service, UseDevice use) {
    const char *path = "";
    (void)sd_bus_message_read(message, "s", &path);
    const int device = device_of(path);
    if (device < 0) return sd_bus_reply_method_errorf(message, invalid_args, "this is no path of a device");
    const auto is_own = [&service, device](const Call &call) { return service.owners.owner(device) == call.user(); };
    return service.gate.admit(
        message, [=](const Call &call) { return is_own(call) ? may_detach : may_detach_others; },
        [=, &service](Call &call) { run_on_device(service, call, device, use, is_own(call)); });
}

int on_detach(sd_bus_message *message, void *data, sd_bus_error *) { return on_device(message, service_of(data), detach); }
int on_suspend(sd_bus_message *message, void *data, sd_bus_error *) { return on_device(message, service_of(data), suspend); }
int on_resume(sd_bus_message *message, void *data, sd_bus_error *) { return on_device(message, service_of(data), resume); }

/// Open to everyone, like the files that it repeats.
int on_status(sd_bus_message *message, void *data, sd_bus_error *) {
    sd_bus_message *answer = nullptr;
    int result = sd_bus_message_new_method_return(message, &answer);
    const Message owned(answer);
    if (result >= 0) result = sd_bus_message_open_container(answer, 'a', "(su)");
    for (const auto &[device, user] : service_of(data).owners.all())
        if (result >= 0) result = sd_bus_message_append(answer, "(su)", ("/dev/" + device_name(device)).c_str(), user);
    if (result >= 0) result = sd_bus_message_close_container(answer);
    return result < 0 ? result : sd_bus_send(nullptr, answer, nullptr);
}

} // namespace

const sd_bus_vtable methods[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_METHOD_WITH_ARGS("OpenFuse", SD_BUS_NO_ARGS, SD_BUS_RESULT("h", device, "h", mount), on_open_fuse, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD_WITH_ARGS("Attach", SD_BUS_ARGS("ah", parts, "a{sv}", options), SD_BUS_RESULT("s", device, "h", readable), on_attach,
                            SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD_WITH_ARGS("Detach", SD_BUS_ARGS("s", device), SD_BUS_NO_RESULT, on_detach, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD_WITH_ARGS("Suspend", SD_BUS_ARGS("s", device), SD_BUS_NO_RESULT, on_suspend, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD_WITH_ARGS("Resume", SD_BUS_ARGS("s", device, "ah", parts), SD_BUS_NO_RESULT, on_resume, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD_WITH_ARGS("Status", SD_BUS_NO_ARGS, SD_BUS_RESULT("a(su)", devices), on_status, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_VTABLE_END,
};

} // namespace cloop::helper
