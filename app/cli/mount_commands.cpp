// SPDX-License-Identifier: GPL-3.0-or-later
// cloop mount, umount
#include "arguments.h"
#include "error_json.h"
#include "session.h"

#include "attach/attachments.h"
#include "attach/mount_image.h"
#include "text/error_sentence.h"
#include "text/printable.h"

#include <unistd.h>

#include <algorithm>
#include <functional>

namespace cloop::cli {

namespace {

int run_mount(const MountRequest &request, Session &session) {
    const auto mounted = mount_image(request, session.stop);
    if (!mounted) return session.fail(mounted.error());
    if (mounted->instead_of) session.warn(sentence_alone(*mounted->instead_of) + " " + tr("So cloop-fuse shows the files."));
    Json json{{"way", name_of(mounted->way)}};
    put_bytes(json, "image", request.image);
    put_bytes(json, "folder", mounted->folder);
    if (!mounted->device.empty()) json["device"] = mounted->device;
    session.print(json, mounted->folder + "\n");
    return exit_fine;
}

int run_umount(const std::vector<std::string> &names, Session &session) {
    int status = exit_fine;
    Json json = Json::array();
    for (const auto &name : names) {
        auto found = attachments_of(name);
        // Another user may have mounted the same image.
        const auto is_own = [](const Attachment &attachment) { return attachment.is_of(::geteuid()); };
        if (std::ranges::any_of(found, is_own)) std::erase_if(found, std::not_fn(is_own));
        Status done = found.empty() ? fail(ErrorCode::not_mounted, name) : Status();
        for (const auto &attachment : found)
            if (done) done = detach(attachment, session.stop);
        Json row;
        put_bytes(row, "name", name);
        if (!done) {
            session.warn(sentence(done.error()));
            status = exit_status(done.error());
            row["error"] = to_json(done.error());
        }
        json.push_back(std::move(row));
    }
    session.print(json, {});
    return status;
}

} // namespace

void add_mount_commands(CLI::App &root, Session &session) {
    auto request = std::make_shared<MountRequest>();
    auto way = std::make_shared<std::string>("auto");
    CLI::App *command =
        add_short_command(root, session, "mount", tr("Show what is in an image as a folder, and print the folder's name; needs no root"));
    takes(command->add_option("image", request->image, tr("An image, a part of a split set, a drive, or disc.iso:/path of an image inside")),
          value::image)
        ->required();
    takes(command->add_option("folder", request->folder, tr("An empty folder to show the files in (default: one that is chosen)")), value::folder);
    takes_number(
        command->add_option("--partition", request->partition, tr("Which partition of a whole disc (default: the first one that can be mounted)")), 1,
        128);
    takes_one_of(
        command->add_option("--way", *way, tr("How: by the kernel module, by FUSE and a loop device, or as the tree of an ISO 9660 or EROFS")),
        {"auto", "module", "fuse", "tree"});
    command->callback([=, &session] {
        request->way = way_of(*way);
        session.action = [=, &session] { return run_mount(*request, session); };
    });

    auto names = std::make_shared<std::vector<std::string>>();
    command = add_short_command(root, session, "umount", tr("Unmount images, and take away what served them"));
    takes(command->add_option("name", *names, tr("Images, or the folders that they are mounted at")), value::mounted)->required();
    command->callback([=, &session] { session.action = [=, &session] { return run_umount(*names, session); }; });
}

} // namespace cloop::cli
