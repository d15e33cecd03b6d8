// SPDX-License-Identifier: GPL-3.0-or-later
// Foreign text on its way to a terminal.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cloop {

/// Escapes as \xNN the bytes of control characters (C0, DEL, C1), of writing direction marks and of line and paragraph separators, which a terminal
/// would obey or which would change other text, and bytes that are not UTF-8.
std::string printable(std::string_view text);

/// How many columns printable text takes, if each character takes one.
std::size_t columns_of(std::string_view text);

} // namespace cloop
