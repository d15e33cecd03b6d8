// SPDX-License-Identifier: GPL-3.0-or-later
// Values of core as JSON, safe for a terminal.

#pragma once

#include "format/head.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

// Instantiated once, in json_text.cpp, and optimised there also in checked builds.
extern template class nlohmann::basic_json<nlohmann::ordered_map>;

namespace cloop {

using Json = nlohmann::ordered_json;

/// JSON in ASCII, so that a terminal finds no control character to obey in it. Bytes that are not UTF-8 become U+FFFD. `indent`: -1 for one line.
std::string dumped(const Json &json, int indent);

/// Sets `row[key]`. Where `bytes` are not UTF-8, also sets `row[key + "_bytes"]`, from which a script gets all of them back: bytes that are not
/// printable ASCII, and the percent sign, are written as %NN.
void put_bytes(Json &row, const std::string &key, std::string_view bytes);

/// [{"field", "stated", "used"}]
Json to_json(const std::vector<HeadCorrection> &corrections);

} // namespace cloop
