// SPDX-License-Identifier: GPL-3.0-or-later
// Parses and formats numbers for the user.

#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace cloop {

/// "64K" → 65536. K M G T are powers of 1024, k m g t of 1000. None if it is not a size.
std::optional<std::uint64_t> parse_size(const std::string &text);

/// 65536 → "64 KiB". Three significant digits.
std::string size_text(std::uint64_t bytes);

/// 301989888 → "301 989 888".
std::string number_text(std::uint64_t number);

/// "1 block", "2 000 blocks".
std::string counted_text(std::uint64_t number, const char *one, const char *many);

/// 0.37 → "37.0 %".
std::string percent_text(double share);

/// 95 → "1:35", 4000 → "1:06 h".
std::string duration_text(double seconds);

} // namespace cloop
