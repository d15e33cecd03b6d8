// SPDX-License-Identifier: GPL-3.0-or-later
// What of a folder or archive goes into an image, and whose it is there: options of create and estimate.

#pragma once

#include "session.h"

#include "job/build_image.h"
#include "source/open_stream.h"

#include <string>
#include <vector>

namespace cloop::cli {

struct SourceRequest {
    std::vector<std::string> exclude;
    std::vector<std::string> exclude_from;
    bool one_file_system = false;
    std::string owner;
    bool all_root = false;
};

void add_source_options(CLI::App &command, SourceRequest &request);

/// What the words mean for the source of `build`, which is of that kind: sets filter and owner. Errors: invalid_option, also where a source of that
/// kind has no such thing; invalid_pattern; those of a list of patterns.
Status parse_source(const SourceRequest &request, SourceKind kind, BuildRequest &build);

} // namespace cloop::cli
