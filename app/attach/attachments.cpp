// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/attachments.h"

#include "attach/fuse_server.h"
#include "attach/helper_client.h"
#include "attach/mount_rows.h"
#include "attach/tree_folder.h"
#include "attach/udisks.h"
#include "file/image_name.h"

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace cloop {

namespace {

namespace fs = std::filesystem;

std::string text_of_file(const std::string &path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string line_of_file(const std::string &path) {
    std::string text = text_of_file(path);
    if (text.ends_with('\n')) text.pop_back();
    return text;
}

std::optional<std::uint32_t> number_in(std::string_view text) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// The value of "user_id=1000" among a mount's options.
std::optional<uid_t> user_in(const std::string &options) {
    constexpr std::string_view key = "user_id=";
    const auto at = ("," + options).find("," + std::string(key));
    if (at == options.npos) return std::nullopt;
    const std::string value = options.substr(at + key.size());
    return number_in(value.substr(0, value.find(',')));
}

struct Loop {
    std::string device, backing_file;
};

/// By number.
std::vector<Loop> loops() {
    std::vector<std::pair<std::uint32_t, Loop>> found;
    std::error_code error;
    for (const auto &entry : fs::directory_iterator("/sys/block", error)) {
        const std::string name = entry.path().filename();
        const auto number = name.starts_with("loop") ? number_in(std::string_view(name).substr(4)) : std::nullopt;
        if (!number) continue;
        if (std::string file = line_of_file(entry.path().string() + "/loop/backing_file"); !file.empty())
            found.push_back({*number, {"/dev/" + name, std::move(file)}});
    }
    std::ranges::sort(found, {}, [](const auto &loop) { return loop.first; });
    std::vector<Loop> loops;
    for (auto &loop : found) loops.push_back(std::move(loop.second));
    return loops;
}

/// A running cloop-fuse.
struct Server {
    pid_t pid = 0;
    uid_t owner = 0;
    std::string image;
};

std::optional<Server> server_of(pid_t pid) {
    const std::string folder = "/proc/" + std::to_string(pid);
    struct stat status {};
    if (line_of_file(folder + "/comm") != "cloop-fuse" || ::stat(folder.c_str(), &status) != 0) return std::nullopt;
    // The words are separated by NUL; the image is the one before the mount point, which is the last.
    std::vector<std::string> words;
    const std::string line = text_of_file(folder + "/cmdline");
    for (std::size_t at = 0; at < line.size(); at = line.find('\0', at) + 1) words.emplace_back(line.c_str() + at);
    if (words.size() < 3) return std::nullopt;  // it has ended, and its parent has not noticed
    return Server{pid, status.st_uid, words[words.size() - 2]};
}

constexpr std::string_view served_begin = "/cloop-fuse-";

/// The server of a loop device's file, by the process number in its path: "/cloop-fuse-1234/live.iso". None if it was killed.
std::optional<Server> server_behind(const std::string &backing_file) {
    const std::string_view rest = std::string_view(backing_file).substr(served_begin.size());
    const auto pid = number_in(rest.substr(0, rest.find('/')));
    return pid ? server_of(static_cast<pid_t>(*pid)) : std::nullopt;
}

std::vector<std::string> folders_of(const std::vector<MountRow> &mounts, const std::string &device) {
    std::vector<std::string> folders;
    for (const auto &row : mounts)
        if (row.source == device) folders.push_back(row.folder);
    return folders;
}

void append_module_devices(std::vector<Attachment> &found, const std::vector<MountRow> &mounts, const std::vector<Loop> &loops) {
    auto devices = attached_devices();
    if (devices.empty()) return;
    std::vector<std::pair<std::string, uid_t>> owners;
    if (auto bus = SystemBus::connect()) owners = HelperClient(*bus, {}).owners();
    for (auto &device : devices) {
        Attachment attachment{.way = Way::module, .image = device.backing_file, .device = device.path, .folders = folders_of(mounts, device.path)};
        for (const auto &loop : loops) {
            if (loop.backing_file != device.path) continue;
            attachment.loop = loop.device;
            std::ranges::copy(folders_of(mounts, loop.device), std::back_inserter(attachment.folders));
        }
        for (const auto &[path, owner] : owners)
            if (path == device.path) attachment.owner = owner;
        attachment.in_kernel = std::move(device);
        found.push_back(std::move(attachment));
    }
}

void append_loops(std::vector<Attachment> &found, const std::vector<MountRow> &mounts, const std::vector<Loop> &loops) {
    for (const auto &loop : loops) {
        if (!loop.backing_file.starts_with(served_begin)) continue;
        Attachment attachment{.way = Way::fuse, .image = {}, .device = loop.device, .folders = folders_of(mounts, loop.device)};
        if (const auto server = server_behind(loop.backing_file)) {
            attachment.image = server->image;
            attachment.owner = server->owner;
            attachment.server = server->pid;
        }
        found.push_back(std::move(attachment));
    }
}

void append_trees(std::vector<Attachment> &found, const std::vector<MountRow> &mounts) {
    for (const auto &row : mounts)
        if (row.type == fuse_type)
            found.push_back({.way = Way::tree, .image = row.source, .device = {}, .folders = {row.folder}, .owner = user_in(row.options)});
}

bool is_same_file(const std::string &a, const std::string &b) {
    std::error_code error;
    return a == b || fs::equivalent(a, b, error);
}

bool is_named(const Attachment &attachment, const std::string &name, const std::string &folder) {
    if (attachment.device == name || attachment.loop == name) return true;
    if (std::ranges::find(attachment.folders, folder) != attachment.folders.end()) return true;
    if (attachment.image.empty()) return false;
    const ImageName own = ImageName::of(attachment.image), other = ImageName::of(name);
    return own.inner == other.inner && is_same_file(own.outer, other.outer);
}

/// The folder as /proc/mounts shows it. Looks at nothing below it, because a dead FUSE mount fails on everything.
std::string canonical(const std::string &name) {
    std::error_code error;
    const fs::path absolute = fs::absolute(name, error).lexically_normal();
    std::string plain = absolute.has_filename() ? absolute : absolute.parent_path();
    const fs::path parent = fs::canonical(fs::path(plain).parent_path(), error);
    return error ? plain : (parent / fs::path(plain).filename()).string();
}

Status end_tree(const Attachment &tree) {
    for (const auto &folder : tree.folders) {
        CLOOP_TRY(unmount_fuse(folder));
        remove_tree_folder(folder);
    }
    return {};
}

Status end_device(const Attachment &attachment, const std::stop_token &stop) {
    const std::string &mounted = attachment.mounted_device();
    if (::geteuid() == 0 && attachment.loop.empty() && attachment.way == Way::module) {
        for (const auto &folder : attachment.folders)
            if (::umount2(folder.c_str(), UMOUNT_NOFOLLOW) != 0)
                return fail_errno(errno == EBUSY ? ErrorCode::still_in_use : ErrorCode::system, folder);
        CLOOP_LET(device, CloopDevice::open(attachment.device));
        return device.detach();
    }
    CLOOP_LET(bus, SystemBus::connect());
    Udisks udisks(bus, stop);
    for (std::size_t i = 0; i < attachment.folders.size(); ++i) CLOOP_TRY(udisks.unmount(mounted));
    if (attachment.way == Way::module && attachment.loop.empty()) return HelperClient(bus, stop).detach(attachment.device);
    // Unmounting cleared the loop device, unless it was never mounted.
    if (!attachment.folders.empty()) return {};
    return udisks.delete_loop(mounted);
}

/// Until the kernel has taken it away, which it does after the last close: a moment later.
void wait_for_end(const Attachment &attachment) {
    constexpr int most = 100;
    for (int tries = 0; tries < most; ++tries) {
        const auto left = attachments();
        const bool is_there = std::ranges::any_of(left, [&](const Attachment &other) {
            return other.way == attachment.way && other.device == attachment.device && other.folders == attachment.folders &&
                   other.image == attachment.image;
        });
        const bool serves = attachment.server != 0 && server_of(attachment.server);
        if (!is_there && !serves) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

} // namespace

std::vector<Attachment> attachments() {
    const auto mounts = mount_rows();
    const auto loops = cloop::loops();
    std::vector<Attachment> found;
    append_module_devices(found, mounts, loops);
    append_loops(found, mounts, loops);
    append_trees(found, mounts);
    return found;
}

std::vector<Attachment> attachments_of(const std::string &name) {
    const std::string folder = canonical(name);
    auto found = attachments();
    std::erase_if(found, [&](const Attachment &attachment) { return !is_named(attachment, name, folder); });
    return found;
}

Status detach(const Attachment &attachment, const std::stop_token &stop) {
    auto ended = attachment.way == Way::tree ? end_tree(attachment) : end_device(attachment, stop);
    if (!ended) {
        Error error = std::move(ended).error();
        if (error.code == ErrorCode::still_in_use) {
            const auto names = users_of(attachment.folders);
            for (const auto &name : names) error.detail += (error.detail.empty() ? "" : ", ") + name;
        }
        return std::unexpected(std::move(error).at(attachment.image));
    }
    wait_for_end(attachment);
    return {};
}

std::vector<std::string> users_of(const std::vector<std::string> &folders) {
    std::vector<std::string> names;
    const auto lies_below = [&](const fs::path &link) {
        std::error_code error;
        const std::string target = fs::read_symlink(link, error);
        return std::ranges::any_of(folders, [&](const std::string &folder) { return target == folder || target.starts_with(folder + "/"); });
    };
    std::error_code error;
    for (const auto &process : fs::directory_iterator("/proc", error)) {
        const std::string number = process.path().filename();
        if (!number_in(number)) continue;
        bool uses = lies_below(process.path() / "cwd") || lies_below(process.path() / "exe") || lies_below(process.path() / "root");
        for (const char *links : {"fd", "map_files"}) {
            fs::directory_iterator link(process.path() / links, error);
            for (; !error && !uses && link != fs::directory_iterator(); link.increment(error)) uses = lies_below(link->path());
        }
        if (!uses) continue;
        std::string name = line_of_file(process.path() / "comm") + " (" + number + ")";
        if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
    return names;
}

} // namespace cloop
