// SPDX-License-Identifier: GPL-3.0-or-later
// Completion in a shell. The files in resources/completions ask `cloop complete WORD…` at each Tab, so there is no list beside the options
// themselves.

#pragma once

#include "session.h"

#include <span>
#include <string>

namespace cloop::cli {

/// The command of which help and man pages say nothing.
inline constexpr const char *completion_command = "complete";

/// `words`: those behind the program's name; the last one is being written, and may be empty. Writes to standard output the names of files that the
/// shell adds (none, all, folders, images), then a line for each candidate: the word, a tab, what it is. Returns the exit status.
int run_complete(const CLI::App &root, std::span<const std::string> words, Session &session);

} // namespace cloop::cli
