// SPDX-License-Identifier: GPL-3.0-or-later
// The devices /dev/cloopN. What attaches, detaches, suspends and resumes may wait for a file for ever.

#pragma once

#include "child_work.h"

#include <functional>
#include <string>
#include <string_view>

namespace cloop::helper {

/// cloop0
std::string device_name(int device);
/// The N of /dev/cloopN, written without leading zeros; −1: it is another name.
int device_of(std::string_view path);
/// In ascending order, of the devices in a folder as /sys/block.
std::vector<int> device_numbers(const std::string &folder = "/sys/block");

struct AttachOptions {
    std::uint64_t offset = 0, size_limit = 0;  ///< bytes; 0 and 0 for a split set
    bool wants_partitions = false;
    bool until_last_close = false;
};

/// Attaches to the first free device, and opens it. It goes with the last descriptor of it, so that none remains if this process is killed.
Outcome attach(const std::vector<int> &parts, const AttachOptions &options);
/// The open device, which was attached with these options, remains attached without users. Does not wait.
bool keep(int device, const AttachOptions &options);

/// Asked once the device is open, so that nobody else can attach to it meanwhile.
using MayUse = std::function<bool()>;
Outcome detach(int device, const std::vector<int> &no_parts, const MayUse &may_use);
Outcome suspend(int device, const std::vector<int> &no_parts, const MayUse &may_use);
Outcome resume(int device, const std::vector<int> &parts, const MayUse &may_use);

} // namespace cloop::helper
