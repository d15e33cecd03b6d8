// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/disks.h"

#include "base/unique_fd.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace cloop {

namespace {

namespace fs = std::filesystem;

std::string line_of(const fs::path &file) {
    std::string line;
    std::ifstream in(file);
    std::getline(in, line);
    while (line.ends_with(' ')) line.pop_back();
    return line;
}

std::uint64_t number_of(const fs::path &file) {
    std::uint64_t number = 0;
    std::ifstream(file) >> number;
    return number;
}

/// The disk's number and those of its partitions: "8:16".
std::set<std::string> numbers_of(const fs::path &block) {
    std::set<std::string> numbers{line_of(block / "dev")};
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(block, error))
        if (fs::exists(entry.path() / "partition", error)) numbers.insert(line_of(entry.path() / "dev"));
    return numbers;
}

/// Who uses the disk or one of its partitions: a mount point, or a device made of it; empty: nobody.
std::string user_of(const fs::path &block) {
    const auto numbers = numbers_of(block);
    std::ifstream mounts("/proc/self/mountinfo");
    for (std::string line; std::getline(mounts, line);) {
        std::istringstream words(line);
        std::string id, parent, number, root, point;
        words >> id >> parent >> number >> root >> point;
        if (numbers.contains(number)) return point;
    }
    std::error_code error;
    std::vector<fs::path> parts{block};
    for (const auto &entry : fs::directory_iterator(block, error))
        if (fs::exists(entry.path() / "partition", error)) parts.push_back(entry.path());
    for (const fs::path &part : parts)
        for (const auto &holder : fs::directory_iterator(part / "holders", error)) return "/dev/" + holder.path().filename().string();
    std::ifstream swaps("/proc/swaps");
    for (std::string line; std::getline(swaps, line);)
        for (const fs::path &part : parts)
            if (line.starts_with("/dev/" + part.filename().string() + " ")) return "swap";
    return {};
}

bool can_be_taken_out(const fs::path &block) {
    if (number_of(block / "removable") == 1) return true;
    std::error_code error;
    const std::string place = fs::canonical(block, error).string();
    return place.find("/usb") != place.npos || place.find("/mmc_host/") != place.npos;
}

/// `name`: as in /sys/block.
Disk disk_of(const std::string &name) {
    const fs::path block = "/sys/block/" + name;
    // Before all else, so that what follows is of this disk, or of a later one with another number.
    const std::uint64_t sequence = number_of(block / "diskseq");
    std::string shown = line_of(block / "device/vendor");
    const std::string model = line_of(block / "device/model");
    if (!model.empty()) shown += (shown.empty() ? "" : " ") + model;
    if (shown.empty()) shown = line_of(block / "device/name");
    return {.path = "/dev/" + name, .name = shown.empty() ? name : shown, .size = number_of(block / "size") * 512, .sequence = sequence};
}

/// Where sysfs describes a block device.
Result<fs::path> place_of(const struct stat &status, const std::string &path) {
    if (!S_ISBLK(status.st_mode)) return fail(ErrorCode::not_a_block_device, path);
    const std::string number = std::to_string(major(status.st_rdev)) + ":" + std::to_string(minor(status.st_rdev));
    std::error_code error;
    fs::path place = fs::canonical("/sys/dev/block/" + number, error);
    if (error) return fail(ErrorCode::not_found, path);
    return place;
}

} // namespace

Result<Disk> writable_disk(const std::string &path) {
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0) return fail_errno(ErrorCode::not_found, path);
    CLOOP_LET(place, place_of(status, path));
    std::error_code error;
    if (fs::exists(place / "partition", error)) return fail(ErrorCode::disk_is_a_partition, path, "/dev/" + place.parent_path().filename().string());
    const std::string name = place.filename();
    if (!name.starts_with("loop") && !can_be_taken_out(place)) return fail(ErrorCode::disk_built_in, path);
    // The kernel notices a new card at the next opening: without this one, the card would seem another when it is written. Who may not open it has
    // udev, which does.
    (void)UniqueFd(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (number_of(place / "ro") == 1) return fail(ErrorCode::disk_read_only, path);
    if (const std::string user = user_of(place); !user.empty()) return fail(ErrorCode::disk_in_use, path, user);
    Disk disk = disk_of(name);
    if (disk.size == 0) return fail(ErrorCode::not_found, path);
    return disk;
}

std::vector<Disk> writable_disks() {
    std::vector<Disk> disks;
    std::error_code error;
    for (const auto &entry : fs::directory_iterator("/sys/block", error)) {
        const std::string name = entry.path().filename();
        if (name.starts_with("loop") || name.starts_with("sr")) continue;
        if (auto disk = writable_disk("/dev/" + name)) disks.push_back(std::move(*disk));
    }
    std::ranges::sort(disks, {}, &Disk::path);
    return disks;
}

Result<Disk> opened_disk(int file) {
    struct stat status{};
    if (::fstat(file, &status) != 0) return fail_errno(ErrorCode::system, {});
    CLOOP_LET(place, place_of(status, {}));
    Disk disk = disk_of(place.filename());
    if (::ioctl(file, BLKGETSIZE64, &disk.size) != 0) return fail_errno(ErrorCode::not_found, disk.path);
    // Older kernels know none.
    (void)::ioctl(file, BLKGETDISKSEQ, &disk.sequence);
    return disk;
}

} // namespace cloop
