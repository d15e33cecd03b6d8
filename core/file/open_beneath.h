// SPDX-License-Identifier: GPL-3.0-or-later
// Opening below a folder that is held, whatever is swapped for a link meanwhile.

#pragma once

#include "base/unique_fd.h"

#include <string_view>

namespace cloop {

/// Opens `path` from the folder `root` on. No symbolic link is followed, neither on the way nor at its end, and nothing leads out. The path may be
/// longer than the 4095 bytes that the system takes at once. Where the system has no openat2(), each folder on the way is opened by itself.
/// Gives no descriptor and errno where that fails: ELOOP or ENOTDIR for a link.
UniqueFd open_beneath(int root, std::string_view path, int flags);

} // namespace cloop
