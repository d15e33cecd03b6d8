// SPDX-License-Identifier: GPL-3.0-or-later
// Builds cloop.ko for the kernel of a live disc, by make and a compiler of this machine.

#pragma once

#include "live/live_plan.h"

#include <stop_token>
#include <vector>

namespace cloop {

/// With this machine's headers for that kernel, or those in the root, which are unpacked to a temporary folder. Takes 10 seconds, or more for headers
/// of the root. Without debug information, so that equal sources make equal bytes. Errors: module_needs, with what is missing; module_build_failed;
/// live_kit_missing; cancelled; those of extract_files().
Result<std::vector<std::byte>> build_module_for(const Filesystem &root, const LiveKernel &kernel, const std::stop_token &stop);

} // namespace cloop
