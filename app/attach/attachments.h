// SPDX-License-Identifier: GPL-3.0-or-later
// What is attached or mounted on this machine, in all ways, by any user; and its end.

#pragma once

#include "attach/way.h"
#include "base/error.h"
#include "device/kernel_device.h"

#include <sys/types.h>

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace cloop {

/// One image. Everything is read from the kernel, so that no record of ours can be wrong.
struct Attachment {
    Way way = Way::tree;
    std::string image;                 ///< its path; empty if it can't be known
    std::string device;                ///< "/dev/cloop0", "/dev/loop3"; empty for a tree
    std::string loop{};                ///< the loop device through which /dev/cloop0 is mounted, if any
    std::vector<std::string> folders;  ///< where it is mounted
    std::optional<uid_t> owner{};      ///< who attached it, if known
    pid_t server = 0;                  ///< of cloop-fuse
    AttachedDevice in_kernel{};        ///< for Way::module

    /// Whether it is this user's, as far as is known.
    bool is_of(uid_t user) const { return !owner || *owner == user; }

    /// The device whose mounts show the content.
    const std::string &mounted_device() const { return loop.empty() ? device : loop; }
};

/// By way, then by device and folder. Starts no service unless the kernel module has devices.
std::vector<Attachment> attachments();

/// Those that `name` means: an image, a device, or a folder.
std::vector<Attachment> attachments_of(const std::string &name);

/// Unmounts it everywhere and takes away all that served it. Errors: still_in_use, with the programs' names; those of Udisks and HelperClient;
/// fuse_missing.
Status detach(const Attachment &attachment, const std::stop_token &stop);

/// The names of the programs that use files below the folders and may be seen by this user, each once.
std::vector<std::string> users_of(const std::vector<std::string> &folders);

} // namespace cloop
