// SPDX-License-Identifier: GPL-3.0-or-later
// The mounts that this process sees.

#pragma once

#include <string>
#include <vector>

namespace cloop {

struct MountRow {
    std::string source, folder, type, options;
};

std::vector<MountRow> mount_rows();

/// How /proc/mounts names the type of cloop-fuse's mounts.
inline constexpr const char *fuse_type = "fuse.cloop";

} // namespace cloop
