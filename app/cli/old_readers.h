// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the older drivers and tools can't take an image.

#pragma once

#include "format/head.h"

#include <string>
#include <vector>

namespace cloop::cli {

/// One sentence for each reader that fails; empty where all take it. `has_plain_blocks`: blocks of codec "none".
std::vector<std::string> old_readers_that_fail(const Head &head, std::uint64_t image_size, bool has_plain_blocks);

} // namespace cloop::cli
