// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/printable.h"

#include "base/utf8.h"

namespace cloop {

namespace {

/// Unicode's Cc, Zl, Zp and Bidi_Control.
bool is_obeyed(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

std::string hex_octet(char octet) {
    static constexpr char digits[] = "0123456789abcdef";
    return {digits[static_cast<unsigned char>(octet) >> 4], digits[octet & 15]};
}

} // namespace

std::string printable(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const Utf8 character = decode_utf8(text);
        const std::string_view bytes = text.substr(0, character.size);
        if (character.is_valid && !is_obeyed(character.code)) out += bytes;
        else
            for (const char octet : bytes) out += "\\x" + hex_octet(octet);
        text.remove_prefix(character.size);
    }
    return out;
}

std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    for (; !text.empty(); ++columns) text.remove_prefix(decode_utf8(text).size);
    return columns;
}

} // namespace cloop
