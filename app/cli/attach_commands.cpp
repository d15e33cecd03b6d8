// SPDX-License-Identifier: GPL-3.0-or-later
// cloop attach, detach
#include "arguments.h"
#include "error_json.h"
#include "session.h"

#include "attach/attachments.h"
#include "attach/mount_image.h"
#include "device/kernel_device.h"
#include "file/split_set.h"
#include "format/head.h"
#include "image/head_finder.h"
#include "text/error_sentence.h"
#include "text/error_texts.h"
#include "text/quantities.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace cloop::cli {

namespace {

constexpr std::uint32_t largest_kernel_block = 4u << 20;

bool is_device(const std::string &path) { return CloopDevice::open(path).has_value(); }

/// The parts of the image. Checks the image here, because our messages say more than the kernel's; for an image at an offset, only the kernel checks.
Result<std::vector<std::string>> parts_of_image(const std::string &path, const AttachOptions &options) {
    auto parts = parts_of(path);
    if (!parts || options.offset > 0 || options.size_limit > 0) return parts;
    CLOOP_LET(file, open_whole(path));
    CLOOP_LET(found, find_head(*file));
    if (!found.corrections.empty())
        return fail(ErrorCode::invalid_option, path,
                    filled_in(tr("its head is damaged, and the kernel takes it as it stands. %1 cloop convert makes a sound image of it"),
                              sentence(found.corrections[0]), {}));
    if (found.head.block_size > largest_kernel_block)
        return fail(ErrorCode::invalid_option, path,
                    filled_in(tr("blocks of %1 are larger than the kernel takes. cloop convert -B 4M makes smaller ones"),
                              size_text(found.head.block_size), {}));
    return parts;
}

struct AttachRequest {
    std::string image, device, offset, size_limit, way = "auto";
    bool wants_partitions = false;
};

/// By the kernel module: /dev/cloopN.
Result<std::string> attach_by_module(const AttachRequest &request, const AttachOptions &options, Session &session) {
    CLOOP_LET(parts, parts_of_image(request.image, options));
    if (parts.size() > 1 && (options.offset > 0 || options.size_limit > 0 || options.wants_partitions))
        return fail(ErrorCode::invalid_option, request.image,
                    tr("a split set is attached as a whole. Leave out --offset, --sizelimit and --partscan"));
    if (::geteuid() != 0 && request.device.empty()) return attach_by_service(request.image, Way::module, options, session.stop);
    CLOOP_LET(open, OpenParts::open(parts));
    if (request.device.empty()) return attach_to_free_device(open.fds(), parts.front(), options);
    CLOOP_LET(device, CloopDevice::open(request.device));
    CLOOP_TRY(device.attach(open.fds(), parts.front(), options));
    return device.path();
}

/// By FUSE: /dev/loopN. Where the user has not asked for it and a service is missing, advises to load the module.
Result<std::string> attach_by_fuse(const AttachRequest &request, Session &session) {
    auto path = attach_by_service(request.image, Way::fuse, {}, session.stop);
    if (path || request.way != "auto") return path;
    const ErrorCode code = path.error().code;
    if (code == ErrorCode::no_system_bus || code == ErrorCode::helper_missing || code == ErrorCode::udisks_missing) return fail(ErrorCode::no_device);
    return path;
}

int run_attach(const AttachRequest &request, Session &session) {
    AttachOptions options{.wants_partitions = request.wants_partitions};
    for (const auto &[text, number] : {std::pair(&request.offset, &options.offset), std::pair(&request.size_limit, &options.size_limit)}) {
        if (text->empty()) continue;
        const auto bytes = parse_size(*text);
        if (!bytes)
            return session.fail(
                {.code = ErrorCode::invalid_option, .detail = filled_in(tr("%1 is not a number of bytes such as 32K or 32768"), *text, {})});
        *number = *bytes;
    }
    if (!request.device.empty() && is_device(request.image) && !is_device(request.device))
        return session.fail(
            {.code = ErrorCode::invalid_option, .detail = filled_in(tr("the image comes first: cloop attach %1 %2"), request.device, request.image)});
    const bool needs_module = !request.device.empty() || options.offset > 0 || options.size_limit > 0 || options.wants_partitions;
    if (needs_module && request.way == "fuse")
        return session.fail({.code = ErrorCode::invalid_option,
                             .detail = tr("a device, --offset, --sizelimit and --partscan need the kernel module. Leave them out, or --way fuse")});
    const bool by_module = request.way == "module" || (request.way == "auto" && (needs_module || is_module_loaded()));
    const auto attached = by_module ? attach_by_module(request, options, session) : attach_by_fuse(request, session);
    if (!attached) return session.fail(attached.error());
    const std::string &path = *attached;
    session.print({{"device", path}, {"image", request.image}}, path + "\n");
    return exit_fine;
}

/// The named device, or those that the named image is attached to.
std::vector<std::string> devices_named(const std::string &name) {
    if (is_device(name)) return {name};
    const auto parts = parts_of(name);
    return devices_of(parts ? parts->front() : name);
}

int run_detach(const std::vector<std::string> &names, bool wants_all, Session &session) {
    int status = exit_fine;
    Json json = Json::array();
    const auto complain = [&](const std::string &name, const Error &error) {
        session.warn(sentence(error));
        status = exit_status(error);
        json.push_back({{"device", name}, {"error", to_json(error)}});
    };
    std::vector<std::string> paths;
    for (const auto &name : names) {
        // Whatever the services have made, they take away.
        std::size_t ended = 0;
        for (const auto &attachment : attachments_of(name)) {
            if (attachment.way == Way::tree || (attachment.way == Way::module && ::geteuid() == 0)) continue;
            ++ended;
            if (const auto done = detach(attachment, session.stop); done) json.push_back({{"device", attachment.device}, {"in_use", false}});
            else complain(attachment.device, done.error());
        }
        if (ended > 0) continue;
        const auto found = devices_named(name);
        struct stat node {};
        const bool is_node = ::stat(name.c_str(), &node) == 0 && (S_ISBLK(node.st_mode) || S_ISCHR(node.st_mode));
        if (found.empty() && (is_node || name.starts_with("/dev/"))) complain(name, CloopDevice::open(name).error());
        else if (found.empty()) complain(name, {.code = ErrorCode::not_attached, .subject = name});
        paths.insert(paths.end(), found.begin(), found.end());
    }
    // Higher numbers first, because an image that lies on another device is usually attached after it.
    if (wants_all)
        for (const auto &device : attached_devices()) paths.insert(paths.begin(), device.path);

    std::vector<std::string> detached;
    for (const auto &path : paths) {
        auto device = CloopDevice::open(path);
        if (device && std::ranges::find(detached, device->path()) != detached.end()) continue;
        const auto done = device ? device->detach() : std::unexpected(device.error());
        if (done) detached.push_back(device->path());
        else complain(path, done.error());
    }
    const auto left = attached_devices();
    for (const auto &path : detached) {
        const bool is_in_use = std::ranges::any_of(left, [&](const AttachedDevice &other) { return other.path == path; });
        if (is_in_use) session.warn(path + ": " + tr("it is in use, and is detached when the last user closes it, as unmounting does."));
        json.push_back({{"device", path}, {"in_use", is_in_use}});
    }
    session.print(json, {});
    return status;
}

} // namespace

void add_attach_commands(CLI::App &root, Session &session) {
    auto attach = std::make_shared<AttachRequest>();
    CLI::App *command = add_short_command(root, session, "attach", tr("Give an image a device of the kernel, for mount -r, and print its name"));
    takes(command->add_option("image", attach->image, tr("An image, a part of a split set, or a drive with an image on it")), value::image)
        ->required();
    takes(command->add_option("device", attach->device, tr("The device (default: the first that is free)")), value::device);
    takes(command->add_option("-o,--offset", attach->offset, tr("Where the image begins in the file, such as 32K")), value::bytes);
    takes(command->add_option("--sizelimit", attach->size_limit, tr("How much of the file belongs to it")), value::bytes);
    takes_one_of(command->add_option("--way", attach->way, tr("How: by the kernel module, or by FUSE and a loop device")),
                 {"auto", "module", "fuse"});
    command->add_flag("-P,--partscan", attach->wants_partitions, tr("Look for partitions inside"));
    command->callback([attach, &session] { session.action = [attach, &session] { return run_attach(*attach, session); }; });

    auto names = std::make_shared<std::vector<std::string>>();
    auto wants_all = std::make_shared<bool>(false);
    command = add_short_command(root, session, "detach", tr("Detach devices; one in use goes when its last user closes it"));
    auto *name_option = takes(command->add_option("name", *names, tr("Devices, or the images that are attached to them")), value::attached);
    auto *all_flag = command->add_flag("--all", *wants_all, tr("All devices of the kernel module"));
    command->callback([=, &session] {
        if (name_option->count() + all_flag->count() == 0) throw CLI::ValidationError(tr("the name of a device, or --all, is missing"));
        session.action = [=, &session] { return run_detach(*names, *wants_all, session); };
    });
}

} // namespace cloop::cli
