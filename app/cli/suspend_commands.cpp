// SPDX-License-Identifier: GPL-3.0-or-later
// cloop suspend, resume
#include "arguments.h"
#include "session.h"

#include "attach/suspendable_device.h"
#include "device/disc_change.h"
#include "file/split_set.h"
#include "text/error_sentence.h"
#include "text/error_texts.h"
#include "text/printable.h"

#include <sys/mman.h>

#include <csignal>

namespace cloop::cli {

namespace {

Result<AttachedDevice> attached_at(const SuspendableDevice &device) {
    for (auto &attached : attached_devices())
        if (attached.path == device.path()) return std::move(attached);
    return fail(ErrorCode::not_attached, device.path());
}

Status resume(SuspendableDevice &device, const std::vector<std::string> &parts) {
    const auto open = OpenParts::open(parts);
    return open ? device.resume(open->fds(), parts.front()) : std::unexpected(open.error());
}

/// The parts of an image, which were in the folder `from`, in the folder `to`.
std::vector<std::string> moved(std::vector<std::string> parts, const std::string &from, const std::string &to) {
    for (std::string &part : parts)
        if (part.starts_with(from)) part.replace(0, from.size(), to);
    return parts;
}

/// Resumes with the disc that was put in. A device that was resumed by someone else meanwhile is fine, too.
Status resume_after_change(SuspendableDevice &device, const std::vector<std::string> &parts, Session &session) {
    auto resumed = resume(device, parts);
    if (resumed || resumed.error().code != ErrorCode::not_attached) return resumed;
    const auto now = attached_at(device);
    if (!now) return resumed;
    session.warn(device.path() + ": " + filled_in(tr("it was resumed meanwhile, and reads %1."), printable(now->backing_file), {}));
    return {};
}

struct SuspendRequest {
    std::string device;
    bool ejects = false, waits = false;
};

/// Suspends the device and ejects its disc; with request.waits, resumes when the disc is back. Returns whether the device is still suspended.
Result<bool> suspend_and_eject(SuspendableDevice &device, const std::string &image, const SuspendRequest &request, Session &session) {
    CLOOP_LET(disc, Disc::find(image, device.mounter()));
    CLOOP_LET(parts, parts_of(image));
    // The terminal may exit while the desktop is frozen.
    if (request.waits) std::signal(SIGHUP, SIG_IGN);
    CLOOP_TRY(device.suspend());
    if (auto ejected = disc.eject(); !ejected) {
        (void)resume(device, parts);  // the caller checks whether that worked
        return std::unexpected(std::move(ejected).error());
    }
    if (!request.waits) return true;
    CLOOP_TRY(change_disc(disc,
                          {.resume = [&, from = disc.folder()] { return resume_after_change(device, moved(parts, from, disc.folder()), session); },
                           .on_wanted = [&] { session.warn(tr("put the disc back in, or another with the same image.")); },
                           .on_refused = [&](const Error &error) { session.warn(sentence(error)); }},
                          session.stop));
    return false;
}

int run_suspend(const SuspendRequest &request, Session &session) {
    auto device = SuspendableDevice::open(request.device, session.stop);
    if (!device) return session.fail(device.error());
    const auto attached = attached_at(*device);
    if (!attached) return session.fail(attached.error());
    // Lock this program in memory, because it may itself lie on the device. Users may lock little, but the system does not lie on what they attached.
    if (::mlockall(MCL_CURRENT | MCL_FUTURE) != 0 && request.ejects && !device->needs_service())
        return session.fail({.code = ErrorCode::system, .sys = errno, .subject = device->path()},
                            tr("This command can't be kept in memory, and may itself lie on the device."));
    Result<bool> suspended = true;
    if (request.ejects) suspended = suspend_and_eject(*device, attached->backing_file, request, session);
    else if (auto done = device->suspend(); !done) suspended = std::unexpected(done.error());
    if (!suspended) {
        const auto now = attached_at(*device);
        const bool is_stuck = !attached->is_suspended && now && now->is_suspended;
        return session.fail(
            suspended.error(),
            is_stuck ? filled_in(tr("%1 is still suspended. cloop resume goes on with it, cloop detach ends what waits for it."), device->path(), {})
                     : "");
    }
    session.print({{"device", device->path()}, {"image", attached->backing_file}, {"suspended", *suspended}}, {});
    return exit_fine;
}

int run_resume(const std::string &path, const std::string &image, Session &session) {
    auto device = SuspendableDevice::open(path, session.stop);
    if (!device) return session.fail(device.error());
    const auto attached = attached_at(*device);
    if (!attached) return session.fail(attached.error());
    if (!attached->is_suspended)
        return session.fail({.code = ErrorCode::invalid_option,
                             .subject = device->path(),
                             .detail = filled_in(tr("it is not suspended, but reads %1"), attached->backing_file, {})});
    const auto parts = parts_of(image.empty() ? attached->backing_file : image);
    if (!parts) return session.fail(parts.error());
    if (const auto resumed = resume(*device, *parts); !resumed) return session.fail(resumed.error());
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

void add_suspend_commands(CLI::App &root, Session &session) {
    auto suspend = std::make_shared<SuspendRequest>();
    CLI::App *command =
        add_short_command(root, session, "suspend", tr("Close a device's image file, so that its disc can go; readers wait until resume, or detach"));
    takes(command->add_option("device", suspend->device, tr("The device")), value::device)->required();
    auto *eject = command->add_flag("--eject", suspend->ejects, tr("Also unmount and eject the disc that the image lies on"));
    command->add_flag("--wait", suspend->waits, tr("Then wait until it is back in, and resume; safe where the system itself runs from the device"))
        ->needs(eject);
    command->callback([suspend, &session] { session.action = [suspend, &session] { return run_suspend(*suspend, session); }; });

    auto resumed = std::make_shared<std::pair<std::string, std::string>>();
    command = add_short_command(root, session, "resume", tr("Go on with a suspended device"));
    takes(command->add_option("device", resumed->first, tr("The device")), value::device)->required();
    takes(command->add_option("image", resumed->second, tr("The same image at another place (default: where it was)")), value::image);
    command->callback([resumed, &session] { session.action = [resumed, &session] { return run_resume(resumed->first, resumed->second, session); }; });
}

} // namespace cloop::cli
