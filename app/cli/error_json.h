// SPDX-License-Identifier: GPL-3.0-or-later
// An Error in --json output.

#pragma once

#include "base/error.h"
#include "report/json_text.h"

namespace cloop::cli {

/// {"code", "name", "message", "file", "block", "offset"}: the last three where they are known.
Json to_json(const Error &error);

} // namespace cloop::cli
