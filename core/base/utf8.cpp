// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

#include "base/precondition.h"

namespace cloop {

Utf8 decode_utf8(std::string_view text) {
    CLOOP_PRE(!text.empty());
    const auto octet = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned first = octet(0);
    if (first < 0x80) return {first, 1, true};
    const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < size) return {};
    char32_t code = first & (0x7Fu >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((octet(i) & 0xC0) != 0x80) return {};
        code = code << 6 | (octet(i) & 0x3Fu);
    }
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (code < smallest[size] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return {};
    return {code, size, true};
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const Utf8 character = decode_utf8(text);
        if (!character.is_valid) return false;
        text.remove_prefix(character.size);
    }
    return true;
}

} // namespace cloop
