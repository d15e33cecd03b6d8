// SPDX-License-Identifier: GPL-3.0-or-later
// Building an image: shared by create, convert and create_compressed_fs.

#pragma once

#include "cluster_request.h"
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
    std::string format = "v2";      ///< a name_of() an ImageFormat
    std::string codec = "deflate";  ///< the name of an encoder
    std::optional<int> level;
    std::string split;
    std::string head_file;  ///< for head and index; the blocks go to output (create_compressed_fs -S)
    std::string label;
    SourceRequest picked;
    ClusterRequest cluster;
    std::string size;  ///< of standard input
    bool is_archive = false;  ///< standard input is one
    bool no_size_note = false;
    bool no_verify = false;
    bool keep_going = false;
};

/// The options for encoding blocks, shared by create, convert and live.
void add_encoding_options(CLI::App &command, CreateRequest &request);
/// Those and the others for the image's format, shared by create and convert.
void add_format_options(CLI::App &command, CreateRequest &request);

/// Parses the options, except those for some sources only. Errors: invalid_option.
Result<BuildRequest> parse_request(const CreateRequest &request, const Session &session);

/// Runs the build and reports its result. Returns the exit status.
int run_create(const CreateRequest &request, Session &session);

/// Result of a finished image: JSON with the members of `more`, or text with `more_text` behind it; and the warnings about old readers.
void report_created(const CreateResult &result, const CreateOptions &options, const std::string &output, const Json &more,
                    const std::string &more_text, Session &session);

} // namespace cloop::cli
