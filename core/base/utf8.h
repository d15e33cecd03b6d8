// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 by RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.

#pragma once

#include <cstddef>
#include <string_view>

namespace cloop {

/// The first character of a text, or one invalid byte.
struct Utf8 {
    char32_t code = 0;
    std::size_t size = 1;  ///< bytes
    bool is_valid = false;
};

/// Pre: `text` is not empty.
Utf8 decode_utf8(std::string_view text);

bool is_utf8(std::string_view text);

} // namespace cloop
