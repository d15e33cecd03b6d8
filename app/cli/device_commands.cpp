// cloop attach, detach, list, suspend, resume

#include "error_text.h"
#include "quantities.h"
#include "session.h"

#include "device/kernel_device.h"
#include "device/disc.h"
#include "image/head_finder.h"
#include "source/split_set.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <cstdlib>

namespace cloop::cli {

namespace {

/// The kernel shows names without links and dots.
std::string real_path(const std::string &path) {
    char buffer[PATH_MAX];
    return ::realpath(path.c_str(), buffer) ? buffer : path;
}

/// The parts of the image, which is one: its own sentence tells more than the kernel's refusal. An image that begins further back is the kernel's to judge.
Result<std::vector<std::string>> parts_of_image(const std::string &path, const AttachOptions &options) {
    auto parts = parts_of(path);
    if (!parts || options.offset > 0 || options.size_limit > 0) return parts;
    auto file = open_whole(path);
    if (!file) return std::unexpected(std::move(file).error());
    if (auto head = find_head(**file); !head) return std::unexpected(std::move(head).error());
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
        if (!bytes) return session.fail({.code = ErrorCode::invalid_option, .detail = *text + " is no number of bytes, such as 32K or 32768"});
        *number = *bytes;
    }
    const auto parts = parts_of_image(request.image, options);
    if (!parts) return session.fail(parts.error());
    if (parts->size() > 1 && (options.offset > 0 || options.size_limit > 0 || options.wants_partitions))
        return session.fail({.code = ErrorCode::invalid_option, .subject = request.image, .detail = "a split set is attached as a whole"});
    std::string path;
    if (request.device.empty()) {
        auto attached = attach_to_free_device(*parts, options);
        if (!attached) return session.fail(attached.error());
        path = *attached;
    } else {
        auto device = CloopDevice::open(request.device);
        if (!device) return session.fail(device.error());
        if (const auto attached = device->attach(*parts, options); !attached) return session.fail(attached.error());
        path = device->path();
    }
    session.print({{"device", path}, {"image", request.image}}, path + "\n");
    return exit_fine;
}

int run_detach(const std::vector<std::string> &names, bool wants_all, Session &session) {
    const auto attached = attached_devices();
    std::vector<std::string> paths;
    for (const auto &name : names) {
        struct stat status {};
        const bool is_file = ::stat(name.c_str(), &status) == 0 && S_ISREG(status.st_mode);
        if (!is_file) {
            paths.push_back(name);
            continue;
        }
        // An image: what it is attached to.
        const std::size_t before = paths.size();
        for (const auto &device : attached)
            if (device.backing_file == real_path(name)) paths.push_back(device.path);
        if (paths.size() == before) return session.fail({.code = ErrorCode::not_attached, .subject = name});
    }
    if (wants_all)
        for (const auto &device : attached) paths.push_back(device.path);

    int status = exit_fine;
    Json json = Json::array();
    for (const auto &path : paths) {
        auto device = CloopDevice::open(path);
        const auto detached = device ? device->detach() : std::unexpected(device.error());
        if (!detached) {
            status = session.fail(detached.error());
            continue;
        }
        const auto left = attached_devices();
        const bool is_in_use = std::ranges::any_of(left, [&](const AttachedDevice &other) { return other.path == device->path(); });
        if (is_in_use) session.warn(device->path() + " is in use: it is detached when the last user closes it, as unmounting does");
        json.push_back({{"device", device->path()}, {"in_use", is_in_use}});
    }
    session.print(json, {});
    return status;
}

std::string facts_text(const AttachedDevice &device) {
    if (device.is_suspended) return "suspended";
    std::string text = "v" + std::to_string(device.version) + ", " + counted_text(device.blocks, "block", "blocks") + " of " + size_text(device.block_size);
    if (device.parts > 1) text += ", " + counted_text(device.parts, "part", "parts");
    if (device.damaged_blocks > 0) text += ", " + counted_text(device.damaged_blocks, "damaged block", "damaged blocks") + " met";
    if (device.is_left) text += ", detached when closed";
    return text;
}

int run_list(Session &session) {
    Json json = Json::array();
    std::string text;
    for (const auto &device : attached_devices()) {
        json.push_back({{"device", device.path},
                        {"backing_file", device.backing_file},
                        {"size", device.size},
                        {"offset", device.offset},
                        {"suspended", device.is_suspended},
                        {"detached_when_closed", device.is_left},
                        {"version", device.version},
                        {"block_size", device.block_size},
                        {"blocks", device.blocks},
                        {"parts", device.parts},
                        {"stored_bytes_read", device.stored_bytes_read},
                        {"bytes_given", device.bytes_given},
                        {"cache_hits", device.cache_hits},
                        {"damaged_blocks", device.damaged_blocks}});
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

/// Until the same image is back. What is put in instead is given out again.
Status change_disc(CloopDevice &device, Disc &disc, const std::vector<std::string> &parts, Session &session) {
    while (true) {
        session.warn("put the disc back in, or another with the same image");
        CLOOP_TRY(disc.wait(session.stop));
        auto attached = device.attach(parts);
        if (attached) return attached;
        session.warn(sentence(attached.error()));
        CLOOP_TRY(disc.eject());
    }
}

struct SuspendRequest {
    std::string device;
    bool ejects = false, waits = false;
};

int run_suspend(const SuspendRequest &request, Session &session) {
    auto device = CloopDevice::open(request.device);
    if (!device) return session.fail(device.error());
    const auto attached = attached_at(*device);
    if (!attached) return session.fail(attached.error());
    if (!request.ejects) {
        if (const auto suspended = device->suspend(); !suspended) return session.fail(suspended.error());
        session.print({{"device", device->path()}, {"backing_file", attached->backing_file}}, {});
        return exit_fine;
    }
    auto disc = Disc::find(attached->backing_file);
    if (!disc) return session.fail(disc.error());
    const auto parts = parts_of(attached->backing_file);
    if (!parts) return session.fail(parts.error());
    // This program itself may lie on the device: all of it has to be in memory before, and to stay there.
    if (::mlockall(MCL_CURRENT | MCL_FUTURE) != 0) return session.fail(system_error(errno, ErrorCode::system, "memory"));
    if (const auto suspended = device->suspend(); !suspended) return session.fail(suspended.error());
    if (const auto ejected = disc->eject(); !ejected) {
        // As it was.
        (void)device->attach(*parts);
        return session.fail(ejected.error());
    }
    if (request.waits) {
        if (const auto changed = change_disc(*device, *disc, *parts, session); !changed) return session.fail(changed.error());
    }
    session.print({{"device", device->path()}, {"backing_file", attached->backing_file}}, {});
    return exit_fine;
}

int run_resume(const std::string &path, const std::string &image, Session &session) {
    auto device = CloopDevice::open(path);
    if (!device) return session.fail(device.error());
    const auto attached = attached_at(*device);
    if (!attached) return session.fail(attached.error());
    if (!attached->is_suspended) return session.fail({.code = ErrorCode::invalid_option, .subject = device->path(), .detail = "is not suspended"});
    const auto parts = parts_of(image.empty() ? attached->backing_file : image);
    if (!parts) return session.fail(parts.error());
    if (const auto resumed = device->attach(*parts); !resumed) return session.fail(resumed.error());
    session.print({{"device", device->path()}, {"image", parts->front()}}, {});
    return exit_fine;
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
    CLI::App *command = add_command(root, session, "attach", "Attach an image to a device /dev/cloopN of the kernel, and tell which");
    command->add_option("image", attach->image, "An image, a part of a split set, or a drive with an image on it")->required();
    command->add_option("device", attach->device, "The device (default: the first that is free)");
    command->add_option("--offset", attach->offset, "Where the image begins in the file")->type_name("BYTES");
    command->add_option("--sizelimit", attach->size_limit, "How much of the file belongs to it")->type_name("BYTES");
    command->add_flag("--partscan", attach->wants_partitions, "Look for partitions inside");
    command->callback([attach, &session] { session.action = [attach, &session] { return run_attach(*attach, session); }; });

    auto names = std::make_shared<std::vector<std::string>>();
    auto wants_all = std::make_shared<bool>(false);
    command = add_command(root, session, "detach", "Detach devices; one in use goes when its last user closes it");
    auto *name_option = command->add_option("name", *names, "Devices, or the images that are attached to them");
    auto *all_flag = command->add_flag("--all", *wants_all, "Whatever is attached");
    command->callback([=, &session] {
        if (name_option->count() + all_flag->count() == 0) throw CLI::RequiredError("the name of a device, or --all,");
        session.action = [=, &session] { return run_detach(*names, *wants_all, session); };
    });

    command = add_command(root, session, "list", "What is attached");
    command->callback([&session] { session.action = [&session] { return run_list(session); }; });

    auto suspend = std::make_shared<SuspendRequest>();
    command = add_command(root, session, "suspend", "Let a device go of its file: reads wait until cloop resume");
    command->add_option("device", suspend->device, "The device")->required();
    auto *eject = command->add_flag("--eject", suspend->ejects, "Give out the disc that the image lies on");
    command->add_flag("--wait", suspend->waits, "Then wait until it is back in, and resume")->needs(eject);
    command->callback([suspend, &session] { session.action = [suspend, &session] { return run_suspend(*suspend, session); }; });

    auto resumed = std::make_shared<std::pair<std::string, std::string>>();
    command = add_command(root, session, "resume", "Go on with a suspended device");
    command->add_option("device", resumed->first, "The device")->required();
    command->add_option("image", resumed->second, "The same image at another place (default: where it was)");
    command->callback([resumed, &session] { session.action = [resumed, &session] { return run_resume(resumed->first, resumed->second, session); }; });
}

} // namespace cloop::cli
