// SPDX-License-Identifier: GPL-3.0-or-later
// Runs another program, without a shell.

#pragma once

#include "base/error.h"

#include <stop_token>
#include <string>
#include <vector>

namespace cloop {

/// The number that a passed descriptor has in the program.
inline constexpr int inherited_fd = 3;

struct ProgramOptions {
    int descriptor = -1;     ///< passed as `inherited_fd`; the caller keeps it. −1: none
    bool wants_output = false;  ///< standard output is read, too, not only standard error
};

struct EndedProgram {
    int status = 0;      ///< as waitpid() gives it
    std::string words;   ///< the last of what it wrote, at most 4000 bytes

    bool is_fine() const;
};

/// Looks for the program on PATH. Returns when it and all that hold its standard error have ended, or, like a server that went to the background,
/// closed that. Errors: system, if it can't be started; cancelled: it gets SIGTERM.
Result<EndedProgram> run_program(const std::vector<std::string> &words, const std::stop_token &stop, const ProgramOptions &options = {});

} // namespace cloop
