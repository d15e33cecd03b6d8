// SPDX-License-Identifier: GPL-3.0-or-later
// From an Error to the line that the command writes: the table's sentence with what, where, and what to do in its options.

#pragma once

#include "base/error.h"
#include "format/head.h"
#include "report/json_text.h"

#include <string>

namespace cloop::cli {

/// "big.cloop: block 4711 (offset 301 989 888): the stored data can't be decompressed." What, where, what to do.
std::string sentence(const Error &error);

/// "It says 37 blocks. The index shows 36, which is used.": what a damaged head says, and what was made of it.
std::string sentence(const HeadCorrection &correction);

/// {"code", "name", "message", "file", "block", "offset"}: the last three where they are known.
Json to_json(const Error &error);

} // namespace cloop::cli
