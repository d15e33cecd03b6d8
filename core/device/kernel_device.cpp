#include "device/kernel_device.h"

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

/// As in the module's cloop_ioctl.h.
struct CloopParts {
    std::uint32_t count;
    std::uint32_t flags;
    std::uint64_t fds;
};
constexpr unsigned long cloop_suspend = _IO(0xC7, 0);
constexpr unsigned long cloop_set_parts = _IOW(0xC7, 1, CloopParts);

const std::filesystem::path block_devices = "/sys/block";

std::string line_of(const std::filesystem::path &file) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    return line;
}

template <class Number> Number number_of(const std::filesystem::path &file) {
    const std::string line = line_of(file);
    Number number = 0;
    std::from_chars(line.data(), line.data() + line.size(), number);
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

bool is_attached(unsigned number) { return std::filesystem::exists(folder_of(number) / "loop" / "backing_file"); }

Result<std::vector<UniqueFd>> open_parts(const std::vector<std::string> &paths) {
    std::vector<UniqueFd> fds;
    for (const auto &path : paths) {
        UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
        if (!fd) return fail_errno(ErrorCode::read_failed, path);
        fds.push_back(std::move(fd));
    }
    return fds;
}

} // namespace

std::vector<AttachedDevice> attached_devices() {
    std::vector<AttachedDevice> devices;
    for (const unsigned number : all_devices()) {
        if (!is_attached(number)) continue;
        const auto folder = folder_of(number), own = folder / "cloop";
        devices.push_back({.path = path_of(number),
                           .backing_file = line_of(folder / "loop" / "backing_file"),
                           .version = number_of<unsigned>(own / "version"),
                           .block_size = number_of<std::uint32_t>(own / "block_size"),
                           .blocks = number_of<std::uint32_t>(own / "blocks"),
                           .parts = number_of<std::uint32_t>(own / "parts"),
                           .offset = number_of<std::uint64_t>(folder / "loop" / "offset"),
                           .size = number_of<std::uint64_t>(folder / "size") * 512,
                           .is_suspended = line_of(own / "suspended") == "1",
                           .is_left = line_of(folder / "loop" / "autoclear") == "1",
                           .stored_bytes_read = number_of<std::uint64_t>(own / "stored_bytes_read"),
                           .bytes_given = number_of<std::uint64_t>(own / "bytes_given"),
                           .cache_hits = number_of<std::uint64_t>(own / "cache_hits"),
                           .damaged_blocks = number_of<std::uint64_t>(own / "damaged_blocks")});
    }
    return devices;
}

Result<CloopDevice> CloopDevice::open(const std::string &path) {
    UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd) return errno == ENOENT || errno == ENXIO || errno == ENODEV ? fail(ErrorCode::no_device, path) : fail_errno(ErrorCode::read_failed, path);
    struct stat status {};
    if (::fstat(fd.get(), &status) != 0 || !S_ISBLK(status.st_mode)) return fail(ErrorCode::not_a_cloop_device, path);
    // Its name in sysfs is what it is, whatever the node is called.
    std::error_code error;
    const auto device = std::filesystem::canonical("/sys/dev/block/" + std::to_string(major(status.st_rdev)) + ":" + std::to_string(minor(status.st_rdev)), error);
    if (error || !device_number(device.filename())) return fail(ErrorCode::not_a_cloop_device, path);
    return CloopDevice("/dev/" + device.filename().string(), std::move(fd));
}

Status CloopDevice::attach(const std::vector<std::string> &parts, const AttachOptions &options) {
    auto fds = open_parts(parts);
    if (!fds) return std::unexpected(std::move(fds).error());
    auto attached = attach(*fds, options);
    if (!attached && attached.error().code == ErrorCode::image_refused) attached.error().subject = parts.front();
    return attached;
}

Status CloopDevice::attach(const std::vector<UniqueFd> &parts, const AttachOptions &options) {
    int result;
    if (parts.size() == 1) {
        loop_config config{};
        config.fd = static_cast<std::uint32_t>(parts.front().get());
        config.info.lo_offset = options.offset;
        config.info.lo_sizelimit = options.size_limit;
        config.info.lo_flags = options.wants_partitions ? LO_FLAGS_READ_ONLY | LO_FLAGS_PARTSCAN : LO_FLAGS_READ_ONLY;
        result = ::ioctl(fd_.get(), LOOP_CONFIGURE, &config);
    } else {
        std::vector<std::int32_t> fds;
        for (const auto &part : parts) fds.push_back(part.get());
        CloopParts whole{static_cast<std::uint32_t>(fds.size()), 0, reinterpret_cast<std::uintptr_t>(fds.data())};
        result = ::ioctl(fd_.get(), cloop_set_parts, &whole);
    }
    if (result == 0) return {};
    switch (errno) {
    case EBUSY: return fail(ErrorCode::device_busy, path_);
    case EINVAL: return fail(ErrorCode::image_refused, path_);
    default: return fail_errno(ErrorCode::system, path_);
    }
}

Status CloopDevice::detach() {
    if (::ioctl(fd_.get(), LOOP_CLR_FD, 0) == 0) return {};
    return errno == ENXIO ? fail(ErrorCode::not_attached, path_) : fail_errno(ErrorCode::system, path_);
}

Status CloopDevice::suspend() {
    if (::ioctl(fd_.get(), cloop_suspend) == 0) return {};
    switch (errno) {
    case ENXIO: return fail(ErrorCode::not_attached, path_);
    case EBUSY: return fail(ErrorCode::already_suspended, path_);
    default: return fail_errno(ErrorCode::system, path_);
    }
}

Result<std::string> attach_to_free_device(const std::vector<std::string> &parts, const AttachOptions &options) {
    const auto numbers = all_devices();
    if (numbers.empty()) return fail(ErrorCode::no_device, path_of(0));
    for (const unsigned number : numbers) {
        if (is_attached(number)) continue;
        auto device = CloopDevice::open(path_of(number));
        if (!device) return std::unexpected(std::move(device).error());
        const auto attached = device->attach(parts, options);
        if (attached) return device->path();
        // Another process was quicker: the next one may be free.
        if (attached.error().code != ErrorCode::device_busy) return std::unexpected(attached.error());
    }
    return fail(ErrorCode::no_free_device, {}, std::to_string(numbers.size()));
}

} // namespace cloop
