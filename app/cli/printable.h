// SPDX-License-Identifier: GPL-3.0-or-later
// Foreign text on its way to a terminal, or into JSON.

#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace cloop::cli {

/// Visible as \xNN: the bytes of what a terminal would obey or that would change how other text looks (controls C0, DEL and C1, marks of
/// the writing direction, separators of lines and paragraphs), and bytes that are no UTF-8.
std::string printable(std::string_view text);

/// JSON in ASCII, whatever the strings in it hold: for a terminal nothing to obey. Bytes that are no UTF-8 become U+FFFD.
std::string dumped(const nlohmann::ordered_json &json, int indent);

/// Sets `row[key]`, and where `bytes` are no UTF-8, `row[key + "_bytes"]` too: the same with %NN for each byte that is no printable ASCII, and
/// for the percent sign, so that a script gets all of them back.
void put_bytes(nlohmann::ordered_json &row, const std::string &key, std::string_view bytes);

} // namespace cloop::cli
