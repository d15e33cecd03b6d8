// SPDX-License-Identifier: GPL-3.0-or-later
// Foreign text on its way to a terminal.

#pragma once

#include <string>
#include <string_view>

namespace cloop::cli {

/// Visible as \xNN: the bytes of what a terminal would obey or that would change how other text looks (controls C0, DEL and C1, marks of
/// the writing direction, separators of lines and paragraphs), and bytes that are no UTF-8.
std::string printable(std::string_view text);

} // namespace cloop::cli
