// SPDX-License-Identifier: GPL-3.0-or-later
// Starts cloop-fuse, which serves an image until its mount is gone.

#pragma once

#include "base/error.h"

#include <stop_token>
#include <string>
#include <vector>

namespace cloop {

/// Whether cloop-fuse shows the files in the image, or its content as one file.
enum class Served { files, content };

/// Returns when the server answers. `fuse_device`: an open /dev/fuse whose mount already exists, and `folder` is empty; else −1, and cloop-fuse
/// mounts at `folder` by fusermount3. The server outlives this program. Errors: fuse_missing; server_failed, with its sentence; cancelled.
Status start_fuse_server(const std::string &image, Served served, int fuse_device, const std::string &folder, const std::stop_token &stop);

/// Unmounts what cloop-fuse has mounted at a folder. Errors: still_in_use; not_mounted; fuse_missing.
Status unmount_fuse(const std::string &folder);

} // namespace cloop
