// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloop_devices.h"

#include "device/device_requests.h"
#include "helper_names.h"

#include <fcntl.h>
#include <linux/loop.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>

namespace cloop::helper {

namespace {

Refusal refusal_of(int error) {
    switch (error) {
    case EINVAL: return {image_refused, "the module refuses the image"};
    case ENOENT:
    case ENXIO: return {not_attached, "no image is attached"};
    case EBUSY: return {device_busy, "the device is in use"};
    case EOPNOTSUPP: return {has_partitions, "the device has partitions"};
    default: return {failed, ::strerrordesc_np(error)};
    }
}

/// `result`: of an ioctl.
Outcome outcome_of(int result) {
    Outcome outcome;
    if (result != 0) outcome.refusal = refusal_of(errno);
    return outcome;
}

/// Whether the kernel can take it for an image: a file or a disc, open for reading. What a user's own file system holds, root can read but not ask
/// for its kind.
bool is_readable(int part) {
    const int flags = ::fcntl(part, F_GETFL);
    if (flags < 0 || flags & O_PATH || (flags & O_ACCMODE) == O_WRONLY) return false;
    struct stat status{};
    if (::fstat(part, &status) == 0) return S_ISREG(status.st_mode) || S_ISBLK(status.st_mode);
    char byte;
    return errno == EACCES && ::pread(part, &byte, 1, 0) >= 0;
}

bool are_readable(const std::vector<int> &parts) { return !parts.empty() && std::ranges::all_of(parts, is_readable); }

constexpr Refusal unreadable{invalid_args, "the parts must be files that are open for reading"};

std::string path_of(int device) { return "/dev/" + device_name(device); }

Descriptor open_device(int device) { return Descriptor(::open(path_of(device).c_str(), O_RDONLY | O_CLOEXEC)); }

int send_parts(int device, const std::vector<int> &parts, std::uint32_t flags) {
    const std::vector<std::int32_t> fds(parts.begin(), parts.end());
    PartsRequest request{static_cast<std::uint32_t>(fds.size()), flags, reinterpret_cast<std::uintptr_t>(fds.data())};
    return ::ioctl(device, parts_request, &request);
}

loop_info64 info_of(const AttachOptions &options, std::uint32_t flags) {
    loop_info64 info{};
    info.lo_offset = options.offset;
    info.lo_sizelimit = options.size_limit;
    info.lo_flags = flags | LO_FLAGS_READ_ONLY | (options.wants_partitions ? std::uint32_t{LO_FLAGS_PARTSCAN} : 0);
    return info;
}

int configure(int device, const std::vector<int> &parts, const AttachOptions &options) {
    if (parts.size() > 1) {
        const int result = send_parts(device, parts, 0);
        // There is no flag for a set. Detaching is done on the last close, too.
        return result == 0 ? ::ioctl(device, LOOP_CLR_FD, 0) : result;
    }
    loop_config config{};
    config.fd = static_cast<std::uint32_t>(parts.front());
    config.info = info_of(options, LO_FLAGS_AUTOCLEAR);
    return ::ioctl(device, LOOP_CONFIGURE, &config);
}

/// `request`: an ioctl.
template <class Request> Outcome with_device(int device, const MayUse &may_use, Request request) {
    const Descriptor open = open_device(device);
    if (open && !may_use()) return {.refusal = {access_denied, "the device is someone else's by now"}};
    return outcome_of(open ? request(open.get()) : -1);
}

} // namespace

std::string device_name(int device) { return "cloop" + std::to_string(device); }

int device_of(std::string_view path) {
    constexpr std::string_view prefix = "/dev/cloop";
    int device = -1;
    if (!path.starts_with(prefix)) return -1;
    const auto [end, error] = std::from_chars(path.data() + prefix.size(), path.data() + path.size(), device);
    return error == std::errc() && device >= 0 && path_of(device) == path ? device : -1;
}

std::vector<int> device_numbers(const std::string &folder) {
    std::vector<int> numbers;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(folder, error))
        if (const int device = device_of("/dev/" + entry.path().filename().string()); device >= 0) numbers.push_back(device);
    std::ranges::sort(numbers);
    return numbers;
}

Outcome attach(const std::vector<int> &parts, const AttachOptions &options) {
    if (!are_readable(parts)) return {.refusal = unreadable};
    const std::vector<int> numbers = device_numbers();
    if (numbers.empty()) return {.refusal = {no_module, "the module cloop is not loaded"}};
    for (const int number : numbers) {
        if (std::filesystem::exists("/sys/block/" + device_name(number) + "/loop/backing_file")) continue;
        Descriptor device = open_device(number);
        if (!device) continue;
        if (configure(device.get(), parts, options) == 0) return {.device = number, .open = std::move(device)};
        // Someone else attached to it first: try the next one.
        if (errno != EBUSY) return outcome_of(-1);
    }
    return {.refusal = {no_free_device, "all devices are in use"}};
}

bool keep(int device, const AttachOptions &options) {
    // Set anew, not read and changed, because reading it calls the file system of the image, which may hang.
    const loop_info64 info = info_of(options, 0);
    return ::ioctl(device, LOOP_SET_STATUS64, &info) == 0;
}

Outcome detach(int device, const std::vector<int> &, const MayUse &may_use) {
    return with_device(device, may_use, [](int open) { return ::ioctl(open, LOOP_CLR_FD, 0); });
}

Outcome suspend(int device, const std::vector<int> &, const MayUse &may_use) {
    Outcome outcome = with_device(device, may_use, [](int open) { return ::ioctl(open, suspend_request); });
    if (outcome.refusal.name && errno == EBUSY) outcome.refusal = {already_suspended, "the device is suspended"};
    return outcome;
}

Outcome resume(int device, const std::vector<int> &parts, const MayUse &may_use) {
    if (!are_readable(parts)) return {.refusal = unreadable};
    return with_device(device, may_use, [&](int open) { return send_parts(open, parts, resume_only); });
}

} // namespace cloop::helper
