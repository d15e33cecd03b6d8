// SPDX-License-Identifier: GPL-3.0-or-later
// Everything between "make an image of this" and an image: used by create, convert and create_compressed_fs.

#pragma once

#include "image_facts.h"
#include "session.h"
#include "source_options.h"

#include "job/build_image.h"

#include <optional>

namespace cloop::cli {

struct CreateRequest {
    std::string source;  ///< "-" for standard input
    std::string output;  ///< "-" for standard output
    std::string block_size = "64K";
    std::string format = "v2";
    std::string codec = "deflate";
    std::optional<int> level;
    std::string split;
    std::string head_file;  ///< head and index go here, the blocks to output (create_compressed_fs -S)
    std::string label;
    SourceRequest picked;
    std::string size;  ///< of standard input
    bool is_archive = false;  ///< standard input
    bool no_size_note = false;
    bool no_verify = false;
    bool keep_going = false;
};

/// The options that describe the image itself; convert has the same.
void add_format_options(CLI::App &command, CreateRequest &request);

/// What the words mean, but for those that only some sources have. Errors: invalid_option.
Result<BuildRequest> parse_request(const CreateRequest &request, const Session &session);

/// Runs it and tells of it. Returns the exit status.
int run_create(const CreateRequest &request, Session &session);

/// Result of a finished image: JSON with the members of `more`, or text with `more_text` behind it; and the warnings about old readers.
void report_created(const CreateResult &result, const CreateOptions &options, const std::string &output, const Json &more,
                    const std::string &more_text, Session &session);

} // namespace cloop::cli
