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

namespace cloop {

namespace {

/// Spaces and the like are octal in mountinfo.
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
    std::string point, type;
};

/// Where the device is mounted: proc(5), mountinfo.
Result<Mount> mount_of(dev_t device, const std::string &file) {
    const std::string number = std::to_string(major(device)) + ":" + std::to_string(minor(device));
    std::ifstream mounts("/proc/self/mountinfo");
    for (std::string line; std::getline(mounts, line);) {
        std::istringstream words(line);
        std::string id, parent, mounted, root, point, word, type;
        words >> id >> parent >> mounted >> root >> point;
        while (words >> word && word != "-") {}
        words >> type;
        if (mounted == number) return Mount{unescaped(point), type};
    }
    return fail(ErrorCode::not_on_a_disc, file);
}

} // namespace

Result<Disc> Disc::find(const std::string &file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return fail_errno(ErrorCode::read_failed, file);
    Disc disc;
    dev_t device = status.st_rdev;
    if (!S_ISBLK(status.st_mode)) {
        device = status.st_dev;
        auto mount = mount_of(device, file);
        if (!mount) return std::unexpected(std::move(mount).error());
        disc.mount_point_ = std::move(mount->point);
        disc.type_ = std::move(mount->type);
        disc.flags_ = MS_RDONLY;
    }
    disc.drive_path_ = "/dev/block/" + std::to_string(major(device)) + ":" + std::to_string(minor(device));
    if (::access(disc.drive_path_.c_str(), F_OK) != 0) {
        // Where udev does not run there is no such folder: the name that the kernel gave it.
        std::ifstream event("/sys/dev/block/" + std::to_string(major(device)) + ":" + std::to_string(minor(device)) + "/uevent");
        for (std::string line; std::getline(event, line);)
            if (line.starts_with("DEVNAME=")) disc.drive_path_ = "/dev/" + line.substr(8);
    }
    disc.drive_ = UniqueFd(::open(disc.drive_path_.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (!disc.drive_ || ::ioctl(disc.drive_.get(), CDROM_DRIVE_STATUS, CDSL_CURRENT) < 0) return fail(ErrorCode::not_on_a_disc, file);
    return disc;
}

Status Disc::eject() {
    if (!mount_point_.empty() && ::umount2(mount_point_.c_str(), 0) != 0) return fail_errno(ErrorCode::system, mount_point_);
    (void)::ioctl(drive_.get(), CDROM_LOCKDOOR, 0);  // drives that know no lock refuse
    if (::ioctl(drive_.get(), CDROMEJECT) != 0) return fail_errno(ErrorCode::system, drive_path_);
    return {};
}

Status Disc::wait(const std::stop_token &stop) {
    while (::ioctl(drive_.get(), CDROM_DRIVE_STATUS, CDSL_CURRENT) != CDS_DISC_OK) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
    }
    if (!mount_point_.empty() && ::mount(drive_path_.c_str(), mount_point_.c_str(), type_.c_str(), flags_, nullptr) != 0)
        return fail_errno(ErrorCode::system, mount_point_);
    return {};
}

} // namespace cloop
