#include "format/split_name.h"

#include <charconv>
#include <cstdio>

namespace cloop {

std::optional<SplitName> parse_split_name(std::string_view path) {
    const auto dot = path.rfind('.');
    if (dot == path.npos || dot == 0 || path[dot - 1] == '/') return std::nullopt;
    const std::string_view suffix = path.substr(dot + 1);
    SplitName name{.base = std::string(path.substr(0, dot))};

    if (suffix.size() == 2 && suffix[0] >= 'a' && suffix[0] <= 'z') {
        name.style = SplitStyle::lettered;
        if (suffix == "a0") return name;
        if (suffix[1] < 'a' || suffix[1] > 'z') return std::nullopt;
        name.number = static_cast<std::size_t>((suffix[0] - 'a') * 26 + (suffix[1] - 'a') + 1);
        return name;
    }
    if (suffix.size() < 3 || suffix.size() > 6 || (suffix.size() > 3 && suffix[0] == '0')) return std::nullopt;
    const auto [end, error] = std::from_chars(suffix.data(), suffix.data() + suffix.size(), name.number);
    if (error != std::errc{} || end != suffix.data() + suffix.size() || suffix[0] < '0' || suffix[0] > '9') return std::nullopt;
    return name;
}

std::string part_path(const SplitName &name) {
    char suffix[32];
    if (name.style == SplitStyle::numbered) {
        std::snprintf(suffix, sizeof suffix, ".%03zu", name.number);
    } else if (name.number == 0) {
        std::snprintf(suffix, sizeof suffix, ".a0");
    } else {
        const std::size_t n = name.number - 1;
        std::snprintf(suffix, sizeof suffix, ".%c%c", static_cast<char>('a' + n / 26 % 26), static_cast<char>('a' + n % 26));
    }
    return name.base + suffix;
}

} // namespace cloop
