// SPDX-License-Identifier: GPL-3.0-or-later
// The whole command line: every command with its options. Help and completion are made of it; tests hold the man pages against it.

#pragma once

#include "session.h"

#include <memory>
#include <string>

namespace cloop::cli {

/// In the language in use. Parsing sets session.action.
std::unique_ptr<CLI::App> make_command_line(Session &session);

/// The error of a wrong command line as sentences, in the language in use: what is wrong, and what to do.
std::string sentence_of(const CLI::ParseError &error, const CLI::App &root, const std::string &command);

} // namespace cloop::cli
