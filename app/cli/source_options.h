// SPDX-License-Identifier: GPL-3.0-or-later
// Options of create and estimate for a folder or archive: file system, exclusions and owner.

#pragma once

#include "session.h"

#include "job/build_image.h"
#include "source/open_stream.h"

#include <string>
#include <vector>

namespace cloop::cli {

struct SourceRequest {
    std::string filesystem;
    std::vector<std::string> exclude;
    std::vector<std::string> exclude_from;
    bool one_file_system = false;
    std::string owner;
    bool all_root = false;
};

/// The error invalid_option, of no file.
inline std::unexpected<Error> invalid(const std::string &sentence) { return cloop::fail(ErrorCode::invalid_option, {}, sentence); }

void add_source_options(CLI::App &command, SourceRequest &request);

/// Parses the options for the source of `build`, which is of `kind`: sets file system, filter and owner. Errors: invalid_option, also if a source of
/// that kind does not support an option; invalid_pattern; those of SourceFilter::read_list().
Status parse_source(const SourceRequest &request, SourceKind kind, BuildRequest &build);

} // namespace cloop::cli
