// SPDX-License-Identifier: GPL-3.0-or-later
// Shared by extract and extract_compressed_fs.

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
