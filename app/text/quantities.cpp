// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/quantities.h"

#include "text/language.h"

#include <charconv>
#include <cstdio>
#include <cstring>
#include <limits>
#include <string_view>

namespace cloop {

namespace {

std::string decimal(const char *format, int digits, double value) {
    char text[32];
    std::snprintf(text, sizeof text, format, digits, value);
    if (char *point = std::strchr(text, '.'); point && has_decimal_comma()) *point = ',';
    return text;
}

} // namespace

std::optional<std::uint64_t> parse_size(const std::string &text) {
    std::uint64_t number = 0;
    const char *end_of_text = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), end_of_text, number);
    if (error != std::errc{} || end == text.data() || end_of_text - end > 1) return std::nullopt;
    std::uint64_t unit = 1;
    if (end != end_of_text) {
        static constexpr std::string_view units = "KMGTkmgt";
        const auto at = units.find(*end);
        if (at == units.npos) return std::nullopt;
        for (std::size_t i = 0; i <= at % 4; ++i) unit *= at < 4 ? 1024 : 1000;
    }
    if (number > std::numeric_limits<std::uint64_t>::max() / unit) return std::nullopt;
    return number * unit;
}

std::string size_text(std::uint64_t bytes) {
    if (bytes < 1024) return std::to_string(bytes) + " " + tr("bytes");
    double value = static_cast<double>(bytes);
    const char *const units[] = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    int unit = 0;
    while (value >= 1023.5 && unit < 6) {
        value /= 1024;
        ++unit;
    }
    const int digits = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return decimal("%.*f", bytes % (std::uint64_t{1} << (10 * unit)) == 0 ? 0 : digits, value) + " " + units[unit];
}

std::string number_text(std::uint64_t number) {
    const std::string digits = std::to_string(number);
    std::string text;
    for (std::size_t at = 0; at < digits.size(); ++at) {
        if (at > 0 && (digits.size() - at) % 3 == 0) text += ' ';
        text += digits[at];
    }
    return text;
}

std::string counted_text(std::uint64_t number, const char *one, const char *many) { return number_text(number) + " " + (number == 1 ? one : many); }

std::string percent_text(double share) { return decimal("%.*f", 1, 100 * share) + " %"; }

std::string duration_text(double seconds) {
    const auto whole = static_cast<long>(seconds + 0.5);
    char text[32];
    if (whole >= 3600) std::snprintf(text, sizeof text, "%ld:%02ld h", whole / 3600, whole / 60 % 60);
    else std::snprintf(text, sizeof text, "%ld:%02ld", whole / 60, whole % 60);
    return text;
}

} // namespace cloop
