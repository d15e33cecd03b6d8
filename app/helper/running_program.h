// SPDX-License-Identifier: GPL-3.0-or-later
// Runs programs of the system: fixed arguments, a clean environment, no shell, nothing on standard input.

#pragma once

#include "owned.h"

#include <string>
#include <vector>

namespace cloop::helper::module {

using Command = std::vector<std::string>;

/// Where programs are looked for.
inline constexpr const char *program_folders[] = {"/usr/sbin", "/usr/bin", "/sbin", "/bin"};

struct RunningProgram {
    pid_t pid = 0;      ///< 0: could not be started
    Descriptor output;  ///< standard output and error; does not block
};
RunningProgram start(const Command &command);

/// The first line of what a short program writes; empty if it fails.
std::string output_of(const Command &command);

} // namespace cloop::helper::module
