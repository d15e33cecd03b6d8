// SPDX-License-Identifier: GPL-3.0-or-later
// Mounts an image in the best way that this machine and this user's rights allow.

#pragma once

#include "attach/way.h"
#include "base/error.h"
#include "device/kernel_device.h"

#include <optional>
#include <stop_token>
#include <string>

namespace cloop {

struct MountRequest {
    std::string image;           ///< as for open_image()
    std::optional<Way> way{};    ///< none: the kernel module where it is loaded, else FUSE and a loop device, else the tree
    unsigned partition = 0;      ///< of a whole disc, as the kernel counts; 0: the whole content, or else the first partition that can be mounted
    std::string folder{};        ///< empty: one that is chosen. Otherwise an empty folder; users without root have only the tree there
};

struct Mounted {
    Way way = Way::tree;
    std::string folder;
    std::string device{};              ///< "/dev/loop3"; empty for a tree
    std::optional<Error> instead_of{}; ///< why a better way failed
};

/// Takes a tenth of a second, more on a slow disc, or as long as a person needs for a password. The image stays mounted after this program's end.
/// If it fails, nothing is left. Errors: those of open_image(), SystemBus, HelperClient, Udisks, start_fuse_server(); already_mounted;
/// folder_needed; folder_not_empty; no_such_partition; invalid_option for a way that can't mount at `folder`.
Result<Mounted> mount_image(const MountRequest &request, const std::stop_token &stop);

/// Makes a device of the image by the services, without mounting: /dev/cloop0 by the module, /dev/loop3 by FUSE. `options`: for the module only.
/// Errors: as mount_image().
Result<std::string> attach_by_service(const std::string &image, Way way, const AttachOptions &options, const std::stop_token &stop);

/// Whether the kernel module is loaded.
bool is_module_loaded();

} // namespace cloop
