// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/mount_image.h"

#include "attach/attachments.h"
#include "attach/fuse_server.h"
#include "attach/helper_client.h"
#include "attach/tree_folder.h"
#include "attach/udisks.h"
#include "file/image_name.h"
#include "file/split_set.h"
#include "filesystem/known_content.h"
#include "filesystem/partitions.h"
#include "job/open_image.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/mount.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>

// Qt's name, so that its tools find the strings.
#define QT_TRANSLATE_NOOP(context, text) text

namespace cloop {

namespace {

namespace fs = std::filesystem;

/// The only entry of an open folder, opened.
Result<UniqueFd> only_entry(int folder, int flags) {
    UniqueFd again(::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const std::unique_ptr<DIR, decltype([](DIR *open) { ::closedir(open); })> listing(again ? ::fdopendir(again.get()) : nullptr);
    if (!listing) return fail_errno(ErrorCode::system, "cloop-fuse");
    again.release();  // the listing closes it
    while (const dirent *entry = ::readdir(listing.get())) {
        if (entry->d_name[0] == '.') continue;
        UniqueFd fd(::openat(folder, entry->d_name, flags | O_CLOEXEC));
        if (!fd) return fail_errno(ErrorCode::system, "cloop-fuse");
        return fd;
    }
    return fail(ErrorCode::server_failed);
}

/// What is needed to attach an image by the services.
class Attacher {
public:
    static Result<Attacher> make(std::string image, std::stop_token stop) {
        CLOOP_LET(bus, SystemBus::connect());
        return Attacher(std::move(image), std::move(bus), std::move(stop));
    }

    Udisks udisks() { return {bus_, stop_}; }

    /// The content as a file of cloop-fuse, which ends when the last descriptor is closed.
    Result<UniqueFd> content_by_fuse() {
        CLOOP_LET(mount, HelperClient(bus_, stop_).open_fuse());
        CLOOP_TRY(start_fuse_server(image_, Served::content, mount.device.get(), {}, stop_));
        // Ours would keep the server's end unnoticed.
        mount.device = UniqueFd();
        CLOOP_LET(folder, only_entry(mount.root.get(), O_RDONLY | O_DIRECTORY));
        return only_entry(folder.get(), O_RDONLY);
    }

    Result<HelperClient::Device> content_by_module(const AttachOptions &options, bool until_last_close) {
        const ImageName named = ImageName::of(image_);
        if (named.is_inside())
            return fail(ErrorCode::invalid_option, image_, QT_TRANSLATE_NOOP("Command", "the kernel module attaches no image inside an ISO"));
        CLOOP_LET(paths, parts_of(named.outer));
        CLOOP_LET(parts, OpenParts::open(paths));
        auto device = HelperClient(bus_, stop_).attach(parts.fds(), options, until_last_close);
        if (!device) return std::unexpected(std::move(device).error().at(image_));
        return device;
    }

    /// A loop device on the content, or a part of it.
    Result<std::string> loop(Way way, Extent part = {}) {
        if (way == Way::module) {
            CLOOP_LET(device, content_by_module({}, true));
            return udisks().set_up_loop(device.readable.get(), part);
        }
        CLOOP_LET(file, content_by_fuse());
        return udisks().set_up_loop(file.get(), part);
    }

private:
    Attacher(std::string image, SystemBus bus, std::stop_token stop) : image_(std::move(image)), bus_(std::move(bus)), stop_(std::move(stop)) {}

    std::string image_;
    SystemBus bus_;
    std::stop_token stop_;
};

/// What the kernel mounts: the whole content, or a partition.
struct Volume {
    KnownContent content;
    Extent part{};  ///< empty: the whole

    bool is_partition() const { return part.size > 0; }
};

/// `number`: of the partition; 0: of the whole content if it is no disc with partitions, else the first one with a file system.
Result<Volume> volume_in(const std::shared_ptr<const ImageReader> &image, unsigned number) {
    using Kind = KnownContent::Kind;
    KnownContent whole = known_content(*image);
    if (number == 0 && whole.kind != Kind::partitions) return Volume{std::move(whole)};
    std::string numbers;
    for (const Partition &partition : partitions_of(*image)) {
        if (number == 0 || number == partition.number) {
            KnownContent content = known_content(PartSource(image, partition.extent));
            if (number != 0 || content.kind == Kind::filesystem || content.kind == Kind::browsed) return Volume{std::move(content), partition.extent};
        }
        numbers += (numbers.empty() ? "" : ", ") + std::to_string(partition.number);
    }
    if (number == 0) return Volume{std::move(whole)};
    return fail(ErrorCode::no_such_partition, image->name(), numbers.empty() ? "–" : numbers);
}

/// By root, without udisks, which chooses its folders itself.
Result<std::string> mount_at(const std::string &folder, const std::string &device, const KnownContent &content) {
    if (::mount(device.c_str(), folder.c_str(), content.kernel_type, MS_RDONLY | MS_NOSUID | MS_NODEV, nullptr) != 0)
        return fail(ErrorCode::not_mountable, device, content.name);
    return folder;
}

/// By the kernel, through a loop device, because udisks mounts no /dev/cloopN without a password.
Result<Mounted> mount_device(const MountRequest &request, Way way, const Volume &volume, const std::stop_token &stop) {
    CLOOP_LET(attacher, Attacher::make(request.image, stop));
    CLOOP_LET(loop, attacher.loop(way, volume.part));
    Udisks udisks = attacher.udisks();
    auto folder = request.folder.empty() ? udisks.mount(loop, volume.content.name) : mount_at(request.folder, loop, volume.content);
    if (!folder) {
        (void)udisks.delete_loop(loop);
        return std::unexpected(std::move(folder).error());
    }
    // After mounting: before it, the loop device would go when udev has looked at it.
    if (auto cleared = udisks.clear_on_last_close(loop); !cleared) return std::unexpected(std::move(cleared).error());
    return Mounted{.way = way, .folder = std::move(*folder), .device = loop};
}

/// The path of an empty folder, as /proc/mounts will show it.
Result<std::string> empty_folder(const std::string &name) {
    std::error_code error;
    const std::string folder = fs::canonical(name, error);
    if (error) return fail(ErrorCode::not_found, name);
    if (!fs::is_directory(folder, error)) return fail(ErrorCode::not_a_directory, name);
    if (!fs::is_empty(folder, error)) return fail(ErrorCode::folder_not_empty, name);
    return folder;
}

Result<Mounted> mount_tree(const MountRequest &request, const std::string &name, const std::stop_token &stop) {
    std::string folder = request.folder;
    if (folder.empty()) {
        CLOOP_LET(made, make_tree_folder(name));
        folder = made;
    }
    if (auto started = start_fuse_server(request.image, Served::files, -1, folder, stop); !started) {
        if (request.folder.empty()) remove_tree_folder(folder);
        return std::unexpected(std::move(started).error());
    }
    return Mounted{.way = Way::tree, .folder = folder};
}

/// The name of a folder for an image: the volume's label, else the image's name.
std::string folder_name(const KnownContent &content, const std::string &image) {
    std::string name = content.label;
    std::erase_if(name, [](char c) { return c == '/' || static_cast<unsigned char>(c) < ' '; });
    while (name.ends_with(' ')) name.pop_back();
    if (name.empty() || name.starts_with('.')) name = fs::path(name_without_part(ImageName::of(image).outer)).stem();
    return name.empty() ? "image" : name;
}

/// Whether only the tree will do.
bool wants_tree(const MountRequest &request) { return request.way ? *request.way == Way::tree : !request.folder.empty() && ::geteuid() != 0; }

/// In the order of trial.
std::vector<Way> ways_for(const MountRequest &request, const ImageReader &image, const Volume &volume) {
    if (request.way) return {*request.way};
    if (wants_tree(request)) return {Way::tree};
    const bool is_browsed = volume.content.kind == KnownContent::Kind::browsed && !volume.is_partition();
    // The kernel gives up much around damage, and knows no corrections.
    if (!image.corrections().empty() && is_browsed) return {Way::tree};
    std::vector<Way> ways;
    if (is_module_loaded() && !ImageName::of(request.image).is_inside()) ways.push_back(Way::module);
    ways.push_back(Way::fuse);
    if (is_browsed) ways.push_back(Way::tree);
    return ways;
}

/// Whether another way is worth a try: not after a person's decision, nor for lack of memory.
bool goes_on_after(const Error &error) {
    return error.code != ErrorCode::cancelled && error.code != ErrorCode::not_confirmed && error.code != ErrorCode::out_of_memory;
}

} // namespace

bool is_module_loaded() { return fs::exists("/sys/module/cloop"); }

Result<Mounted> mount_image(const MountRequest &given, const std::stop_token &stop) {
    MountRequest request = given;
    CLOOP_LET(absolute, ImageName::of(given.image).absolute());
    request.image = absolute;
    if (!request.folder.empty() && request.way && *request.way != Way::tree && ::geteuid() != 0)
        return fail(ErrorCode::invalid_option, given.image,
                    QT_TRANSLATE_NOOP("Command", "only root mounts more than the tree at a folder. Leave out the folder, or --way"));
    if (request.partition != 0 && wants_tree(request))
        return fail(ErrorCode::invalid_option, given.image,
                    QT_TRANSLATE_NOOP(
                        "Command", "only the kernel mounts a partition, at a folder only for root. Leave out --partition, or the folder and --way"));
    if (!request.folder.empty()) {
        CLOOP_LET(folder, empty_folder(request.folder));
        request.folder = folder;
    }
    CLOOP_LET(image, open_image(request.image, {}, stop));
    for (const auto &other : attachments_of(request.image))
        if (request.partition == 0 && !other.folders.empty() && other.is_of(::geteuid()))
            return fail(ErrorCode::already_mounted, given.image, other.folders.front());

    CLOOP_LET(volume, wants_tree(request) ? Result<Volume>(Volume{known_content(*image)}) : volume_in(image, request.partition));
    std::optional<Error> first;
    for (const Way way : ways_for(request, *image, volume)) {
        auto mounted =
            way == Way::tree ? mount_tree(request, folder_name(volume.content, request.image), stop) : mount_device(request, way, volume, stop);
        if (mounted) {
            mounted->instead_of = std::move(first);
            return mounted;
        }
        if (!first) first = mounted.error();
        if (!goes_on_after(mounted.error())) return mounted;
    }
    return std::unexpected(std::move(*first).at(given.image));
}

Result<std::string> attach_by_service(const std::string &image, Way way, const AttachOptions &options, const std::stop_token &stop) {
    CLOOP_LET(name, ImageName::of(image).absolute());
    // Its errors say more than the server's.
    if (auto opened = open_image(name, {}, stop); !opened && way == Way::fuse) return std::unexpected(std::move(opened).error());
    CLOOP_LET(attacher, Attacher::make(name, stop));
    if (way == Way::fuse) return attacher.loop(way);
    CLOOP_LET(device, attacher.content_by_module(options, false));
    return std::move(device.path);
}

} // namespace cloop
