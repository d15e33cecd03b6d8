// SPDX-License-Identifier: GPL-3.0-or-later
// cloop list
#include "session.h"

#include "attach/attachments.h"
#include "text/error_texts.h"
#include "text/printable.h"
#include "text/quantities.h"

#include <pwd.h>

namespace cloop::cli {

namespace {

std::string facts_text(const AttachedDevice &device) {
    std::string text;
    if (device.is_suspended) {
        text = tr("suspended");
    } else {
        text = size_text(device.size) + ", v" + std::to_string(device.version) + ", " +
               filled_in(tr("%1 of %2"), counted_text(device.blocks, tr("block"), tr("blocks")), size_text(device.block_size));
        if (device.parts > 1) text += ", " + counted_text(device.parts, tr("part"), tr("parts"));
        if (device.offset > 0) text += ", " + filled_in(tr("from byte %1"), number_text(device.offset), {});
    }
    if (device.damaged_blocks > 0) text += ", " + counted_text(device.damaged_blocks, tr("damaged block met"), tr("damaged blocks met"));
    if (device.is_left) text += tr(", detached when closed");
    return text;
}

std::string user_name(uid_t user) {
    const passwd *entry = ::getpwuid(user);
    return entry ? entry->pw_name : std::to_string(user);
}

const char *words_for(Way way) {
    switch (way) {
    case Way::module: return tr("kernel module");
    case Way::fuse: return tr("FUSE and loop");
    case Way::tree: break;
    }
    return tr("FUSE tree");
}

Json json_of(const Attachment &attachment) {
    Json row{{"way", name_of(attachment.way)}};
    if (attachment.way != Way::tree) row["device"] = attachment.device;
    if (!attachment.loop.empty()) row["loop"] = attachment.loop;
    put_bytes(row, "image", attachment.image);
    row["folders"] = Json::array();
    for (const auto &folder : attachment.folders) row["folders"].push_back(folder);
    if (attachment.owner) row["user"] = *attachment.owner;
    if (attachment.server != 0) row["server"] = attachment.server;
    if (attachment.way != Way::module) return row;
    const AttachedDevice &device = attachment.in_kernel;
    row.update({{"size", device.size}, {"suspended", device.is_suspended}, {"detached_when_closed", device.is_left}});
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
    return row;
}

/// "/dev/cloop0  live.cloop  at /media/LIVE  (kernel module, by ann; 155 MiB, v2, …)"
std::string line_of(const Attachment &attachment) {
    std::string text = attachment.device.empty() ? "" : attachment.device + "  ";
    text += attachment.image.empty() ? tr("an unknown image") : printable(attachment.image);
    for (const auto &folder : attachment.folders) text += "  " + filled_in(tr("at %1"), printable(folder), {});
    text += std::string("  (") + words_for(attachment.way);
    if (attachment.owner) text += ", " + filled_in(tr("by %1"), printable(user_name(*attachment.owner)), {});
    if (attachment.way == Way::module) text += "; " + facts_text(attachment.in_kernel);
    return text + ")\n";
}

int run_list(Session &session) {
    Json json = Json::array();
    std::string text;
    for (const auto &attachment : attachments()) {
        json.push_back(json_of(attachment));
        text += line_of(attachment);
    }
    session.print(json, text.empty() ? tr("Nothing is attached.\n") : text);
    return exit_fine;
}

} // namespace

void add_list(CLI::App &root, Session &session) {
    CLI::App *command = add_short_command(root, session, "list", tr("What is mounted and attached, by whom, and in which way"));
    command->callback([&session] { session.action = [&session] { return run_list(session); }; });
}

} // namespace cloop::cli
