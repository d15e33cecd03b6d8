// SPDX-License-Identifier: GPL-3.0-or-later
// Makes untrusted text safe for terminals and JSON.

#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace cloop::cli {

/// Escapes as \xNN the bytes of control characters (C0, DEL, C1), of writing direction marks and of line and paragraph separators, which a terminal
/// would obey or which would change other text, and bytes that are not UTF-8.
std::string printable(std::string_view text);

/// JSON in pure ASCII, which is safe for terminals. Bytes that are not UTF-8 become U+FFFD.
std::string dumped(const nlohmann::ordered_json &json, int indent);

/// Sets `row[key]`, and if `bytes` are not UTF-8, also `row[key + "_bytes"]`, in which each byte except printable ASCII, and the percent sign, is
/// %NN, so that a script can restore them.
void put_bytes(nlohmann::ordered_json &row, const std::string &key, std::string_view bytes);

} // namespace cloop::cli
