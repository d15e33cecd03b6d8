// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the command's message of an Error: the table's sentence with name, place and advice.

#pragma once

#include "base/error.h"
#include "format/head.h"
#include "report/json_text.h"

#include <string>

namespace cloop::cli {

/// "big.cloop: block 4711 (offset 301 989 888): the stored data can't be decompressed."
std::string sentence(const Error &error);

/// "It says 37 blocks. The index shows 36, which is used.": the damaged and the corrected value of a head.
std::string sentence(const HeadCorrection &correction);

/// {"code", "name", "message", "file", "block", "offset"}: the last three where they are known.
Json to_json(const Error &error);

} // namespace cloop::cli
