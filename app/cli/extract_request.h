// SPDX-License-Identifier: GPL-3.0-or-later
// What extract and extract_compressed_fs have in common.

#pragma once

#include "session.h"

namespace cloop::cli {

struct ExtractRequest {
    std::string image;
    std::string output;  ///< "-" for standard output
    bool keep_going = false;
    bool verify = false;
};

int run_extract(const ExtractRequest &request, Session &session);

} // namespace cloop::cli
