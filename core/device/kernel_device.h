// SPDX-License-Identifier: GPL-3.0-or-later
// The kernel's devices /dev/cloopN: attach an image, detach it, see what is attached, let go of the file for a while.

#pragma once

#include "base/error.h"
#include "base/unique_fd.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace cloop {

/// One device that something is attached to, as /sys/block shows it.
struct AttachedDevice {
    std::string path;                ///< /dev/cloop0
    std::string backing_file;        ///< of a split set its first part; while suspended, where it was
    unsigned version = 0;            ///< 0, 1, 2, 4; of this and the next four nothing is known while suspended
    std::uint32_t block_size = 0;    ///< bytes
    std::uint32_t blocks = 0;
    std::uint32_t parts = 0;
    std::uint64_t offset = 0;        ///< of the image in its file, bytes
    std::uint64_t size = 0;          ///< of the device, bytes
    bool is_suspended = false;
    bool is_left = false;            ///< detach pending: done on last close
    std::uint64_t stored_bytes_read = 0;
    std::uint64_t bytes_given = 0;
    std::uint64_t cache_hits = 0;
    std::uint64_t damaged_blocks = 0;
};

/// In the order of their numbers. Empty too where there is no module.
std::vector<AttachedDevice> attached_devices();

/// The paths of the devices that the file or drive `image` is attached to, of a split set its first part. Compared by what it is, and where that
/// can't be known, by name.
std::vector<std::string> devices_of(const std::string &image);

struct AttachOptions {
    std::uint64_t offset = 0;      ///< the image begins here in its file
    std::uint64_t size_limit = 0;  ///< and takes no more than this; 0: to the end. With a split set both are 0
    bool wants_partitions = false;
};

/// A device that is open; what follows needs CAP_SYS_ADMIN. One thread at a time.
class CloopDevice {
public:
    /// Errors: no_device (also: the module is not loaded), not_a_cloop_device, no_permission.
    static Result<CloopDevice> open(const std::string &path);

    const std::string &path() const { return path_; }

    /// `parts`: open files, one where it is not a split set; they stay the caller's. `name`: of the image, for messages.
    /// Errors: device_busy; image_refused, where the kernel's log tells why.
    Status attach(std::span<const int> parts, const std::string &name, const AttachOptions &options = {});

    /// Goes on with a suspended device, as it was; `parts` have to be the same image. Errors: not_attached, also where it is not suspended;
    /// image_refused.
    Status resume(std::span<const int> parts, const std::string &name);

    /// In use, it is detached when the last user closes it. What waits on a suspended device ends with an error.
    /// Error: not_attached.
    Status detach();

    /// Requests wait until attach(). Errors: not_attached, already_suspended; system, where it shows partitions.
    Status suspend();

private:
    /// What an ioctl came to, by errno.
    Status result_of(int result, const std::string &image) const;

    CloopDevice(std::string path, UniqueFd fd) : path_(std::move(path)), fd_(std::move(fd)) {}

    std::string path_;
    UniqueFd fd_;
};

/// Attaches to the first device that is free, and returns its path. Errors: no_device; no_free_device; those of CloopDevice::attach().
Result<std::string> attach_to_free_device(std::span<const int> parts, const std::string &name, const AttachOptions &options = {});

/// The parts of an image, open for attaching: what its paths name now, whatever these name later. Errors: those of opening a file.
class OpenParts {
public:
    static Result<OpenParts> open(const std::vector<std::string> &paths);
    std::span<const int> fds() const { return fds_; }

private:
    std::vector<UniqueFd> open_;
    std::vector<int> fds_;
};

} // namespace cloop
