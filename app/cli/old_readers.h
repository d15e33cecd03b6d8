// SPDX-License-Identifier: GPL-3.0-or-later
// Lists the older drivers and tools that can't read an image.

#pragma once

#include "format/head.h"

#include <string>
#include <vector>

namespace cloop::cli {

/// One sentence per failing reader; empty if there is none. `has_plain_blocks`: the image has blocks of codec "none".
std::vector<std::string> old_readers_that_fail(const Head &head, std::uint64_t image_size, bool has_plain_blocks);

} // namespace cloop::cli
