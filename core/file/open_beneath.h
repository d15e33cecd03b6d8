// SPDX-License-Identifier: GPL-3.0-or-later
// Opens files below a held folder, safe even if entries are replaced by links meanwhile.

#pragma once

#include "base/unique_fd.h"

#include <string_view>

namespace cloop {

/// Opens `path` relative to the folder `root`. No symbolic link is followed and nothing leads out of `root`. The path may be longer than the system's
/// limit of 4095 bytes. Without openat2(), each folder of the path is opened separately. On failure returns no descriptor and sets errno: ELOOP or
/// ENOTDIR for a link.
UniqueFd open_beneath(int root, std::string_view path, int flags);

} // namespace cloop
