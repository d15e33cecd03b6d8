// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/disc.h"

#include <fcntl.h>
#include <linux/cdrom.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>
#include <vector>

namespace cloop {

namespace {

/// Decodes the octal escapes of mountinfo.
std::string unescaped(const std::string &text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 3 < text.size()) {
            plain += static_cast<char>((text[i + 1] - '0') << 6 | (text[i + 2] - '0') << 3 | (text[i + 3] - '0'));
            i += 3;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

struct Mount {
    std::string root, point, flags, type, options;
};

/// proc(5), mountinfo.
std::vector<Mount> mounts_of(dev_t device) {
    const std::string number = std::to_string(major(device)) + ":" + std::to_string(minor(device));
    std::vector<Mount> found;
    std::ifstream mounts("/proc/self/mountinfo");
    for (std::string line; std::getline(mounts, line);) {
        std::istringstream words(line);
        std::string id, parent, mounted, word, source;
        Mount mount;
        words >> id >> parent >> mounted >> mount.root >> mount.point >> mount.flags;
        while (words >> word && word != "-") {}
        words >> mount.type >> source >> mount.options;
        mount.point = unescaped(mount.point);
        if (mounted == number) found.push_back(std::move(mount));
    }
    return found;
}

/// Always read-only, nosuid and nodev, whatever the earlier mount allowed, because the new disc is not trusted.
unsigned long mount_flags(const std::string &words) {
    unsigned long flags = MS_RDONLY | MS_NOSUID | MS_NODEV;
    if (("," + words + ",").find(",noexec,") != words.npos) flags |= MS_NOEXEC;
    return flags;
}

/// The file system's own mount options, without blocksize=, which isofs shows but does not accept.
std::string mount_options(const std::string &shown) {
    std::string options;
    std::istringstream words(shown);
    for (std::string word; std::getline(words, word, ',');)
        if (word != "ro" && word != "rw" && !word.starts_with("blocksize=")) options += (options.empty() ? "" : ",") + word;
    return options;
}

/// By the kernel's name, because /dev/block does not exist without udev.
std::string node_of(dev_t device) {
    const std::string number = std::to_string(major(device)) + ":" + std::to_string(minor(device));
    std::ifstream event("/sys/dev/block/" + number + "/uevent");
    for (std::string line; std::getline(event, line);)
        if (line.starts_with("DEVNAME=")) return "/dev/" + line.substr(8);
    return "/dev/block/" + number;
}

} // namespace

Result<Disc> Disc::find(const std::string &file, DiscMounter mounter) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return fail_errno(ErrorCode::read_failed, file);
    Disc disc;
    disc.mounter_ = std::move(mounter);
    const bool is_drive = S_ISBLK(status.st_mode);
    const dev_t device = is_drive ? status.st_rdev : status.st_dev;
    const auto mounts = mounts_of(device);
    if (!is_drive && mounts.empty()) return fail(ErrorCode::not_on_a_disc, file);
    disc.drive_path_ = node_of(device);
    disc.drive_ = UniqueFd(::open(disc.drive_path_.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (!disc.drive_ && errno == EACCES) return fail_errno(ErrorCode::no_permission, disc.drive_path_);
    if (!disc.drive_ || ::ioctl(disc.drive_.get(), CDROM_DRIVE_STATUS, CDSL_CURRENT) < 0) return fail(ErrorCode::not_on_a_disc, file);
    // Another mount of the disc would block the ejection, or lose its files.
    if (mounts.size() > (is_drive ? 0U : 1U) || (!is_drive && mounts[0].root != "/"))
        return std::unexpected(Error{.code = ErrorCode::disc_mounted_twice, .sys = EBUSY, .subject = mounts.back().point});
    if (!is_drive) {
        disc.is_mounted_ = true;
        disc.mount_point_ = mounts[0].point;
        disc.type_ = mounts[0].type;
        disc.flags_ = mount_flags(mounts[0].flags);
        disc.options_ = mount_options(mounts[0].options);
    }
    return disc;
}

dev_t Disc::device() const {
    struct stat status {};
    return ::fstat(drive_.get(), &status) == 0 ? status.st_rdev : 0;
}

Status Disc::mount() {
    if (mount_point_.empty()) return {};
    if (mounter_.mount) {
        auto folder = mounter_.mount(drive_path_);
        // The desktop may have been faster.
        if (const auto mounts = mounts_of(device()); !folder && !mounts.empty()) folder = mounts[0].point;
        if (!folder) return std::unexpected(std::move(folder).error());
        mount_point_ = *folder;
        is_mounted_ = true;
        return {};
    }
    const std::string folder = "/proc/self/fd/" + std::to_string(mount_folder_.get());
    if (::mount(drive_path_.c_str(), folder.c_str(), type_.c_str(), flags_, options_.c_str()) != 0 &&
        (errno != EINVAL || ::mount(drive_path_.c_str(), folder.c_str(), type_.c_str(), flags_, nullptr) != 0))
        return fail_errno(ErrorCode::system, mount_point_);
    is_mounted_ = true;
    return {};
}

Status Disc::unmount() {
    if (!is_mounted_) return {};
    if (mounter_.unmount) {
        CLOOP_TRY(mounter_.unmount(drive_path_));
        is_mounted_ = false;
        return {};
    }
    if (::umount2(mount_point_.c_str(), 0) != 0) return std::unexpected(Error{.code = ErrorCode::disc_busy, .sys = errno, .subject = mount_point_});
    is_mounted_ = false;
    // Without the folder the disc could not be mounted again, which must not go unnoticed.
    mount_folder_ = UniqueFd(::open(mount_point_.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    return mount_folder_ ? Status() : fail_errno(ErrorCode::system, mount_point_);
}

Status Disc::eject() {
    CLOOP_TRY(unmount());
    (void)::ioctl(drive_.get(), CDROM_LOCKDOOR, 0);  // fails for drives without a lock
    if (const int result = ::ioctl(drive_.get(), CDROMEJECT); result != 0) {
        const int error = result < 0 ? errno : EIO;
        (void)mount();
        return std::unexpected(Error{.code = ErrorCode::drive_stays_closed, .sys = error, .subject = drive_path_});
    }
    return {};
}

/// Drives report a disc before they can read it.
bool Disc::is_readable() const {
    const UniqueFd fd(::open(drive_path_.c_str(), O_RDONLY | O_CLOEXEC));
    char sector[2048];
    return fd && ::pread(fd.get(), sector, sizeof sector, 0) == sizeof sector;
}

Status Disc::wait(const std::stop_token &stop) {
    constexpr int patience = 20;
    for (int tries = 0; tries < patience;) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        if (::ioctl(drive_.get(), CDROM_DRIVE_STATUS, CDSL_CURRENT) != CDS_DISC_OK) tries = 0;
        else if (is_readable()) break;
        else ++tries;
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
    }
    return is_mounted_ ? Status() : mount();
}

} // namespace cloop
