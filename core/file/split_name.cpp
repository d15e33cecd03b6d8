// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/split_name.h"

#include "base/precondition.h"

#include <algorithm>
#include <charconv>

namespace cloop {

std::optional<SplitName> parse_split_name(std::string_view path) {
    const auto dot = path.rfind('.');
    if (dot == path.npos || dot == 0 || path[dot - 1] == '/') return std::nullopt;
    const std::string_view suffix = path.substr(dot + 1);
    SplitName name{.base = std::string(path.substr(0, dot))};

    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    if ((suffix.size() == 2 || suffix.size() == 3) && is_letter(suffix[0])) {
        name.style = SplitStyle::lettered;
        name.digits = suffix.size();
        if (suffix == "a0") return name;
        if (!std::ranges::all_of(suffix, is_letter)) return std::nullopt;
        for (const char c : suffix) name.number = name.number * 26 + static_cast<std::size_t>(c - 'a');
        ++name.number;
        return name;
    }
    if (suffix.size() < 2 || suffix.size() > 6 || (suffix.size() > 3 && suffix[0] == '0')) return std::nullopt;
    name.digits = std::min<std::size_t>(suffix.size(), 3);
    const auto [end, error] = std::from_chars(suffix.data(), suffix.data() + suffix.size(), name.number);
    if (error != std::errc{} || end != suffix.data() + suffix.size() || suffix[0] < '0' || suffix[0] > '9') return std::nullopt;
    return name;
}

std::string part_path(const SplitName &name) {
    CLOOP_PRE(name.style == SplitStyle::numbered || name.number > 0 || name.digits == 2);
    std::string suffix;
    if (name.style == SplitStyle::numbered) {
        suffix = std::to_string(name.number);
        if (suffix.size() < name.digits) suffix.insert(0, name.digits - suffix.size(), '0');
    } else if (name.number == 0) {
        suffix = "a0";
    } else {
        suffix.resize(name.digits);
        std::size_t left = name.number - 1;
        for (std::size_t i = name.digits; i-- > 0; left /= 26) suffix[i] = static_cast<char>('a' + left % 26);
    }
    return name.base + "." + suffix;
}

} // namespace cloop
