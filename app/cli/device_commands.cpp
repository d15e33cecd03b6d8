// SPDX-License-Identifier: GPL-3.0-or-later
// cloop attach, detach, list, suspend, resume
#include "error_json.h"
#include "session.h"

#include "device/disc.h"
#include "device/kernel_device.h"
#include "file/split_set.h"
#include "format/head.h"
#include "image/head_finder.h"
#include "text/error_sentence.h"
#include "text/printable.h"
#include "text/quantities.h"

#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <thread>

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
                    "its head is damaged, and the kernel takes it as it stands. " + sentence(found.corrections[0]) +
                        " cloop convert makes a sound image of it");
    if (found.head.block_size > largest_kernel_block)
        return fail(ErrorCode::invalid_option, path,
                    "blocks of " + size_text(found.head.block_size) + " are larger than the kernel takes. cloop convert -B 4M makes smaller ones");
    return parts;
}

struct AttachRequest {
    std::string image, device, offset, size_limit;
    bool wants_partitions = false;
};

int run_attach(const AttachRequest &request, Session &session) {
    AttachOptions options{.wants_partitions = request.wants_partitions};
    for (const auto &[text, number] : {std::pair(&request.offset, &options.offset), std::pair(&request.size_limit, &options.size_limit)}) {
        if (text->empty()) continue;
        const auto bytes = parse_size(*text);
        if (!bytes) return session.fail({.code = ErrorCode::invalid_option, .detail = *text + " is not a number of bytes such as 32K or 32768"});
        *number = *bytes;
    }
    if (!request.device.empty() && is_device(request.image) && !is_device(request.device))
        return session.fail(
            {.code = ErrorCode::invalid_option, .detail = "the image comes first: cloop attach " + request.device + " " + request.image});
    const auto parts = parts_of_image(request.image, options);
    if (!parts) return session.fail(parts.error());
    if (parts->size() > 1 && (options.offset > 0 || options.size_limit > 0 || options.wants_partitions))
        return session.fail({.code = ErrorCode::invalid_option,
                             .subject = request.image,
                             .detail = "a split set is attached as a whole. Leave out --offset, --sizelimit and --partscan"});
    const auto open = OpenParts::open(*parts);
    if (!open) return session.fail(open.error());
    std::string path;
    if (request.device.empty()) {
        auto attached = attach_to_free_device(open->fds(), parts->front(), options);
        if (!attached) return session.fail(attached.error());
        path = *attached;
    } else {
        auto device = CloopDevice::open(request.device);
        if (!device) return session.fail(device.error());
        if (const auto attached = device->attach(open->fds(), parts->front(), options); !attached) return session.fail(attached.error());
        path = device->path();
    }
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
        if (is_in_use) session.warn(path + ": it is in use, and is detached when the last user closes it, as unmounting does.");
        json.push_back({{"device", path}, {"in_use", is_in_use}});
    }
    session.print(json, {});
    return status;
}

std::string facts_text(const AttachedDevice &device) {
    std::string text;
    if (device.is_suspended) {
        text = "suspended";
    } else {
        text = "v" + std::to_string(device.version) + ", " + counted_text(device.blocks, "block", "blocks") + " of " + size_text(device.block_size);
        if (device.parts > 1) text += ", " + counted_text(device.parts, "part", "parts");
        if (device.offset > 0) text += ", from byte " + number_text(device.offset);
    }
    if (device.damaged_blocks > 0) text += ", " + counted_text(device.damaged_blocks, "damaged block", "damaged blocks") + " met";
    if (device.is_left) text += ", detached when closed";
    return text;
}

int run_list(Session &session) {
    Json json = Json::array();
    std::string text;
    for (const auto &device : attached_devices()) {
        Json row{{"device", device.path},
                 {"image", device.backing_file},
                 {"size", device.size},
                 {"suspended", device.is_suspended},
                 {"detached_when_closed", device.is_left}};
        if (!device.is_suspended)
            row.update({{"offset", device.offset},
                        {"version", device.version},
                        {"block_size", device.block_size},
                        {"blocks", device.blocks},
                        {"parts", device.parts}});
        row.update({{"stored_bytes_read", device.stored_bytes_read},
                    {"bytes_given", device.bytes_given},
                    {"cache_hits", device.cache_hits},
                    {"damaged_blocks", device.damaged_blocks}});
        json.push_back(std::move(row));
        text += device.path + "  " + size_text(device.size) + "  " + printable(device.backing_file) + "  (" + facts_text(device) + ")\n";
    }
    session.print(json, text.empty() ? "Nothing is attached.\n" : text);
    return exit_fine;
}

Result<AttachedDevice> attached_at(const CloopDevice &device) {
    for (auto &attached : attached_devices())
        if (attached.path == device.path()) return std::move(attached);
    return fail(ErrorCode::not_attached, device.path());
}

Status resume(CloopDevice &device, const std::vector<std::string> &parts) {
    const auto open = OpenParts::open(parts);
    return open ? device.resume(open->fds(), parts.front()) : std::unexpected(open.error());
}

/// Waits for the same image and resumes; ejects other discs again.
Status change_disc(CloopDevice &device, Disc &disc, const std::vector<std::string> &parts, Session &session) {
    while (true) {
        session.warn("put the disc back in, or another with the same image.");
        auto changed = disc.wait(session.stop);
        if (!changed && changed.error().code == ErrorCode::cancelled) return changed;
        if (changed) changed = resume(device, parts);
        if (changed) return changed;
        if (changed.error().code == ErrorCode::not_attached) {
            const auto now = attached_at(device);
            if (!now) return changed;
            session.warn(device.path() + ": it was resumed meanwhile, and reads " + printable(now->backing_file) + ".");
            return {};
        }
        session.warn(sentence(changed.error()));
        if (const auto ejected = disc.eject(); !ejected) {
            session.warn(sentence(ejected.error()));
            std::this_thread::sleep_for(std::chrono::seconds(3));
        }
    }
}

struct SuspendRequest {
    std::string device;
    bool ejects = false, waits = false;
};

/// Suspends the device and ejects its disc; with request.waits, resumes when the disc is back. Returns whether the device is still suspended.
Result<bool> suspend_and_eject(CloopDevice &device, const std::string &image, const SuspendRequest &request, Session &session) {
    CLOOP_LET(disc, Disc::find(image));
    CLOOP_LET(parts, parts_of(image));
    // The terminal may exit while the desktop is frozen.
    if (request.waits) std::signal(SIGHUP, SIG_IGN);
    CLOOP_TRY(device.suspend());
    if (auto ejected = disc.eject(); !ejected) {
        (void)resume(device, parts);  // the caller checks whether that worked
        return std::unexpected(std::move(ejected).error());
    }
    if (!request.waits) return true;
    CLOOP_TRY(change_disc(device, disc, parts, session));
    return false;
}

int run_suspend(const SuspendRequest &request, Session &session) {
    auto device = CloopDevice::open(request.device);
    if (!device) return session.fail(device.error());
    const auto attached = attached_at(*device);
    if (!attached) return session.fail(attached.error());
    // Lock this program in memory, because it may itself lie on the device.
    if (::mlockall(MCL_CURRENT | MCL_FUTURE) != 0 && request.ejects)
        return session.fail({.code = ErrorCode::system, .sys = errno, .subject = device->path()},
                            "This command can't be kept in memory, and may itself lie on the device.");
    Result<bool> suspended = true;
    if (request.ejects) suspended = suspend_and_eject(*device, attached->backing_file, request, session);
    else if (auto done = device->suspend(); !done) suspended = std::unexpected(done.error());
    if (!suspended) {
        const auto now = attached_at(*device);
        const bool is_stuck = !attached->is_suspended && now && now->is_suspended;
        return session.fail(suspended.error(),
                            is_stuck ? device->path() + " is still suspended. cloop resume goes on with it, cloop detach ends what waits for it."
                                     : "");
    }
    session.print({{"device", device->path()}, {"image", attached->backing_file}, {"suspended", *suspended}}, {});
    return exit_fine;
}

int run_resume(const std::string &path, const std::string &image, Session &session) {
    auto device = CloopDevice::open(path);
    if (!device) return session.fail(device.error());
    const auto attached = attached_at(*device);
    if (!attached) return session.fail(attached.error());
    if (!attached->is_suspended)
        return session.fail(
            {.code = ErrorCode::invalid_option, .subject = device->path(), .detail = "it is not suspended, but reads " + attached->backing_file});
    const auto parts = parts_of(image.empty() ? attached->backing_file : image);
    if (!parts) return session.fail(parts.error());
    if (const auto resumed = resume(*device, *parts); !resumed) return session.fail(resumed.error());
    session.print({{"device", device->path()}, {"image", parts->front()}}, {});
    return exit_fine;
}

/// Adds a command without --threads and --progress.
CLI::App *add_device_command(CLI::App &root, Session &session, const std::string &name, const std::string &description) {
    CLI::App *command = root.add_subcommand(name, description);
    command->add_flag("--json", session.wants_json, "Results as JSON on standard output");
    return command;
}

} // namespace

int run_cloop_suspend(int argc, char **argv, Session &session) {
    if (argc != 2 || argv[1][0] == '-') {
        session.print_aside("cloop_suspend DEVICE      (cloop suspend and cloop resume do the same and more)\n");
        return argc == 2 && (std::string_view(argv[1]) == "-h" || std::string_view(argv[1]) == "--help") ? exit_fine : exit_environment;
    }
    return run_suspend({.device = argv[1]}, session);
}

void add_device_commands(CLI::App &root, Session &session) {
    auto attach = std::make_shared<AttachRequest>();
    CLI::App *command = add_device_command(root, session, "attach", "Give an image a device of the kernel, for mount -r, and print its name");
    command->add_option("image", attach->image, "An image, a part of a split set, or a drive with an image on it")->required();
    command->add_option("device", attach->device, "The device (default: the first that is free)");
    command->add_option("-o,--offset", attach->offset, "Where the image begins in the file, such as 32K")->type_name("BYTES");
    command->add_option("--sizelimit", attach->size_limit, "How much of the file belongs to it")->type_name("BYTES");
    command->add_flag("-P,--partscan", attach->wants_partitions, "Look for partitions inside");
    command->callback([attach, &session] { session.action = [attach, &session] { return run_attach(*attach, session); }; });

    auto names = std::make_shared<std::vector<std::string>>();
    auto wants_all = std::make_shared<bool>(false);
    command = add_device_command(root, session, "detach", "Detach devices; one in use goes when its last user closes it");
    auto *name_option = command->add_option("name", *names, "Devices, or the images that are attached to them");
    auto *all_flag = command->add_flag("--all", *wants_all, "All that are attached");
    command->callback([=, &session] {
        if (name_option->count() + all_flag->count() == 0) throw CLI::RequiredError("the name of a device, or --all,");
        session.action = [=, &session] { return run_detach(*names, *wants_all, session); };
    });

    command = add_device_command(root, session, "list", "What is attached");
    command->callback([&session] { session.action = [&session] { return run_list(session); }; });

    auto suspend = std::make_shared<SuspendRequest>();
    command =
        add_device_command(root, session, "suspend", "Close a device's image file, so that its disc can go; readers wait until resume, or detach");
    command->add_option("device", suspend->device, "The device")->required();
    auto *eject = command->add_flag("--eject", suspend->ejects, "Also unmount and eject the disc that the image lies on");
    command->add_flag("--wait", suspend->waits, "Then wait until it is back in, and resume; safe where the system itself runs from the device")
        ->needs(eject);
    command->callback([suspend, &session] { session.action = [suspend, &session] { return run_suspend(*suspend, session); }; });

    auto resumed = std::make_shared<std::pair<std::string, std::string>>();
    command = add_device_command(root, session, "resume", "Go on with a suspended device");
    command->add_option("device", resumed->first, "The device")->required();
    command->add_option("image", resumed->second, "The same image at another place (default: where it was)");
    command->callback([resumed, &session] { session.action = [resumed, &session] { return run_resume(resumed->first, resumed->second, session); }; });
}

} // namespace cloop::cli
