// SPDX-License-Identifier: GPL-3.0-or-later
// The kernel's devices /dev/cloopN: attach, detach, list, suspend and resume.

#pragma once

#include "base/error.h"
#include "base/unique_fd.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace cloop {

/// A device with an attached image, as /sys/block shows it.
struct AttachedDevice {
    std::string path;                ///< /dev/cloop0
    std::string backing_file;        ///< the first part of a split set; while suspended, the former path
    unsigned version = 0;            ///< 0, 1, 2, 4; this and the next four are unknown while suspended
    std::uint32_t block_size = 0;    ///< bytes
    std::uint32_t blocks = 0;
    std::uint32_t parts = 0;
    std::uint64_t offset = 0;        ///< bytes; of the image in its file
    std::uint64_t size = 0;          ///< bytes; of the device
    bool is_suspended = false;
    bool is_left = false;            ///< detach pending: done on last close
    std::uint64_t stored_bytes_read = 0;
    std::uint64_t bytes_given = 0;
    std::uint64_t cache_hits = 0;
    std::uint64_t damaged_blocks = 0;
};

/// By number. Empty also if the module is not loaded.
std::vector<AttachedDevice> attached_devices();

/// Paths of the devices that `image` is attached to: a file or drive, or the first part of a split set. Compared by inode, or by name if that is
/// unknown.
std::vector<std::string> devices_of(const std::string &image);

struct AttachOptions {
    std::uint64_t offset = 0;      ///< of the image in its file, bytes
    std::uint64_t size_limit = 0;  ///< bytes; 0: to the end of the file. Both must be 0 for a split set
    bool wants_partitions = false;
};

/// An open device; its requests need CAP_SYS_ADMIN. Used by one thread at a time.
class CloopDevice {
public:
    /// By any name of its node. Errors: no_device (also: the module is not loaded), not_a_cloop_device, no_permission.
    static Result<CloopDevice> open(const std::string &node);

    /// "/dev/cloop0", without opening it, which needs rights. Errors: no_device, not_a_cloop_device.
    static Result<std::string> path_of(const std::string &node);

    const std::string &path() const { return path_; }

    /// `parts`: open files, one unless it is a split set; the caller keeps them. `name`: of the image, for messages.
    /// Errors: device_busy; image_refused: the kernel's log says why.
    Status attach(std::span<const int> parts, const std::string &name, const AttachOptions &options = {});

    /// Resumes a suspended device; `parts` must be the same image. Errors: not_attached, also if it is not suspended; image_refused.
    Status resume(std::span<const int> parts, const std::string &name);

    /// While it is in use, detached on last close. Requests that wait on a suspended device fail.
    /// Error: not_attached.
    Status detach();

    /// Requests wait until resume(). Errors: not_attached, already_suspended; device_has_partitions.
    Status suspend();

private:
    /// The result of an ioctl, by errno.
    Status result_of(int result, const std::string &image) const;

    CloopDevice(std::string path, UniqueFd fd) : path_(std::move(path)), fd_(std::move(fd)) {}

    std::string path_;
    UniqueFd fd_;
};

/// Attaches to the first free device and returns its path. Errors: no_device; no_free_device; those of CloopDevice::attach().
Result<std::string> attach_to_free_device(std::span<const int> parts, const std::string &name, const AttachOptions &options = {});

/// The open parts of an image: the files that its paths name now, whatever is renamed later. Errors: those of opening a file.
class OpenParts {
public:
    static Result<OpenParts> open(const std::vector<std::string> &paths);
    std::span<const int> fds() const { return fds_; }

private:
    std::vector<UniqueFd> open_;
    std::vector<int> fds_;
};

} // namespace cloop
