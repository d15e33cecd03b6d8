// SPDX-License-Identifier: GPL-3.0-or-later
// The text of --help: in the language in use, with lines of 80 columns.

#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace cloop::cli {

class HelpText : public CLI::FormatterBase {
public:
    /// `name`: of the command, with those above it.
    std::string make_help(const CLI::App *app, std::string name, CLI::AppFormatMode mode) const override;
};

} // namespace cloop::cli
