// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/kernel_device.h"

#include "device/device_requests.h"

#include <fcntl.h>
#include <linux/loop.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <optional>

namespace cloop {

namespace {

const std::filesystem::path block_devices = "/sys/block";

/// A sysfs attribute without its final newline; a file name in it may contain more.
std::string text_of(const std::filesystem::path &file) {
    std::ifstream in(file, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), {});
    if (text.ends_with('\n')) text.pop_back();
    return text;
}

template <class Number> Number number_of(const std::filesystem::path &file) {
    const std::string text = text_of(file);
    Number number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// The N of cloopN.
std::optional<unsigned> device_number(const std::string &name) {
    constexpr std::string_view prefix = "cloop";
    unsigned number = 0;
    if (!name.starts_with(prefix)) return std::nullopt;
    const auto [end, error] = std::from_chars(name.data() + prefix.size(), name.data() + name.size(), number);
    if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
    return number;
}

std::vector<unsigned> all_devices() {
    std::vector<unsigned> numbers;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(block_devices, error))
        if (const auto number = device_number(entry.path().filename())) numbers.push_back(*number);
    std::ranges::sort(numbers);
    return numbers;
}

std::filesystem::path folder_of(unsigned number) { return block_devices / ("cloop" + std::to_string(number)); }
std::string path_of(unsigned number) { return "/dev/cloop" + std::to_string(number); }

/// "/dev/cloop0"; empty for another file. Its sysfs name decides, because a device node may have any name.
std::string device_path(const struct stat &node) {
    std::error_code error;
    const auto device =
        std::filesystem::canonical("/sys/dev/block/" + std::to_string(major(node.st_rdev)) + ":" + std::to_string(minor(node.st_rdev)), error);
    const auto number = S_ISBLK(node.st_mode) && !error ? device_number(device.filename()) : std::nullopt;
    return number ? path_of(*number) : std::string();
}

bool is_attached(unsigned number) { return std::filesystem::exists(folder_of(number) / "loop" / "backing_file"); }

int send_parts(int device, std::span<const int> parts, std::uint32_t flags) {
    const std::vector<std::int32_t> fds(parts.begin(), parts.end());
    PartsRequest request{static_cast<std::uint32_t>(fds.size()), flags, reinterpret_cast<std::uintptr_t>(fds.data())};
    return ::ioctl(device, parts_request, &request);
}

} // namespace

std::vector<AttachedDevice> attached_devices() {
    std::vector<AttachedDevice> devices;
    for (const unsigned number : all_devices()) {
        if (!is_attached(number)) continue;
        const auto folder = folder_of(number), own = folder / "cloop";
        devices.push_back({.path = path_of(number),
                           .backing_file = text_of(folder / "loop" / "backing_file"),
                           .version = number_of<unsigned>(own / "version"),
                           .block_size = number_of<std::uint32_t>(own / "block_size"),
                           .blocks = number_of<std::uint32_t>(own / "blocks"),
                           .parts = number_of<std::uint32_t>(own / "parts"),
                           .offset = number_of<std::uint64_t>(folder / "loop" / "offset"),
                           .size = number_of<std::uint64_t>(folder / "size") * 512,
                           .is_suspended = text_of(own / "suspended") == "1",
                           .is_left = text_of(folder / "loop" / "autoclear") == "1",
                           .stored_bytes_read = number_of<std::uint64_t>(own / "stored_bytes_read"),
                           .bytes_given = number_of<std::uint64_t>(own / "bytes_given"),
                           .cache_hits = number_of<std::uint64_t>(own / "cache_hits"),
                           .damaged_blocks = number_of<std::uint64_t>(own / "damaged_blocks")});
    }
    return devices;
}

std::vector<std::string> devices_of(const std::string &image) {
    std::vector<std::string> paths;
    struct stat status {};
    const bool is_there = ::stat(image.c_str(), &status) == 0;
    std::error_code unknown;
    const std::string name = std::filesystem::weakly_canonical(image, unknown);
    for (const AttachedDevice &attached : attached_devices()) {
        loop_info64 info{};
        const UniqueFd fd(::open(attached.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        const bool is_known = fd && !attached.is_suspended && ::ioctl(fd.get(), LOOP_GET_STATUS64, &info) == 0;
        const bool is_same = is_known && is_there ? (S_ISBLK(status.st_mode) ? info.lo_rdevice == status.st_rdev
                                                                             : info.lo_device == status.st_dev && info.lo_inode == status.st_ino)
                                                  : attached.backing_file == name || attached.backing_file == name + " (deleted)";
        if (is_same) paths.push_back(attached.path);
    }
    return paths;
}

Result<std::string> CloopDevice::path_of(const std::string &node) {
    struct stat status {};
    if (::stat(node.c_str(), &status) != 0) return errno == ENOENT ? fail(ErrorCode::no_device, node) : fail_errno(ErrorCode::read_failed, node);
    std::string path = device_path(status);
    if (path.empty()) return fail(ErrorCode::not_a_cloop_device, node);
    return path;
}

Result<CloopDevice> CloopDevice::open(const std::string &node) {
    // Before opening, because open() on another device may have side effects.
    CLOOP_LET(path, path_of(node));
    UniqueFd fd(::open(node.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd) return errno == ENXIO || errno == ENODEV ? fail(ErrorCode::no_device, node) : fail_errno(ErrorCode::read_failed, node);
    struct stat opened {};
    if (::fstat(fd.get(), &opened) != 0 || device_path(opened) != path) return fail(ErrorCode::not_a_cloop_device, node);
    return CloopDevice(std::move(path), std::move(fd));
}

Status CloopDevice::result_of(int result, const std::string &image) const {
    if (result == 0) return {};
    switch (errno) {
    case EBUSY: return fail(ErrorCode::device_busy, path_);
    case ENXIO: return fail(ErrorCode::not_attached, path_);
    case EINVAL: return fail(ErrorCode::image_refused, image);
    case EPERM: return fail_errno(ErrorCode::system, path_);
    default: return fail_errno(ErrorCode::system, image);
    }
}

Status CloopDevice::attach(std::span<const int> parts, const std::string &name, const AttachOptions &options) {
    if (parts.size() > 1) return result_of(send_parts(fd_.get(), parts, 0), name);
    loop_config config{};
    config.fd = static_cast<std::uint32_t>(parts.front());
    config.info.lo_offset = options.offset;
    config.info.lo_sizelimit = options.size_limit;
    config.info.lo_flags = options.wants_partitions ? LO_FLAGS_READ_ONLY | LO_FLAGS_PARTSCAN : LO_FLAGS_READ_ONLY;
    return result_of(::ioctl(fd_.get(), LOOP_CONFIGURE, &config), name);
}

Status CloopDevice::resume(std::span<const int> parts, const std::string &name) { return result_of(send_parts(fd_.get(), parts, resume_only), name); }

Status CloopDevice::detach() {
    if (::ioctl(fd_.get(), LOOP_CLR_FD, 0) == 0) return {};
    return errno == ENXIO ? fail(ErrorCode::not_attached, path_) : fail_errno(ErrorCode::system, path_);
}

Status CloopDevice::suspend() {
    if (::ioctl(fd_.get(), suspend_request) == 0) return {};
    switch (errno) {
    case ENXIO: return fail(ErrorCode::not_attached, path_);
    case EBUSY: return fail(ErrorCode::already_suspended, path_);
    case EOPNOTSUPP: return std::unexpected(Error{.code = ErrorCode::device_has_partitions, .sys = errno, .subject = path_});
    default: return fail_errno(ErrorCode::system, path_);
    }
}

Result<OpenParts> OpenParts::open(const std::vector<std::string> &paths) {
    OpenParts parts;
    for (const auto &path : paths) {
        UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));  // the kernel refuses pipes
        if (!fd) return fail_errno(ErrorCode::read_failed, path);
        parts.fds_.push_back(fd.get());
        parts.open_.push_back(std::move(fd));
    }
    return parts;
}

Result<std::string> attach_to_free_device(std::span<const int> parts, const std::string &name, const AttachOptions &options) {
    const auto numbers = all_devices();
    if (numbers.empty()) return fail(ErrorCode::no_device, path_of(0));
    for (const unsigned number : numbers) {
        if (is_attached(number)) continue;
        CLOOP_LET(device, CloopDevice::open(path_of(number)));
        const auto attached = device.attach(parts, name, options);
        if (attached) return device.path();
        // Another process attached to it first: try the next device.
        if (attached.error().code != ErrorCode::device_busy) return std::unexpected(attached.error());
    }
    return fail(ErrorCode::no_free_device, {}, std::to_string(numbers.size()));
}

} // namespace cloop
