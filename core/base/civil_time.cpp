// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/civil_time.h"

#include <algorithm>
#include <chrono>
#include <limits>

namespace cloop {

namespace {

constexpr std::int64_t seconds_in_day = 86'400;
/// The calendar repeats itself after so many years.
constexpr std::int64_t cycle_years = 400, cycle_days = 146'097;

std::int64_t floored_quotient(std::int64_t value, std::int64_t divisor) { return value / divisor - (value % divisor < 0); }

} // namespace

CivilTime civil_time(std::int64_t seconds_since_1970) {
    const std::int64_t days = floored_quotient(seconds_since_1970, seconds_in_day), cycles = floored_quotient(days, cycle_days);
    const std::chrono::year_month_day date(std::chrono::sys_days(std::chrono::days(days - cycles * cycle_days)));
    const auto of_day = static_cast<int>((seconds_since_1970 % seconds_in_day + seconds_in_day) % seconds_in_day);
    return {.year = static_cast<int>(date.year()) + cycles * cycle_years,
            .month = static_cast<int>(static_cast<unsigned>(date.month())),
            .day = static_cast<int>(static_cast<unsigned>(date.day())),
            .hour = of_day / 3600,
            .minute = of_day / 60 % 60,
            .second = of_day % 60};
}

std::int64_t seconds_of(const CivilTime &time) {
    const std::int64_t months = time.year * 12 + time.month - 1, year = floored_quotient(months, 12);
    const std::chrono::month month(static_cast<unsigned>(months - year * 12 + 1));
    const std::chrono::sys_days first(std::chrono::year(static_cast<int>(year)) / month / 1);
    const std::int64_t days = first.time_since_epoch().count() + std::int64_t{time.day} - 1;
    return days * seconds_in_day + time.hour * std::int64_t{3600} + time.minute * std::int64_t{60} + time.second;
}

std::time_t system_time(std::int64_t seconds_since_1970) {
    using Limits = std::numeric_limits<std::time_t>;
    return static_cast<std::time_t>(std::clamp<std::int64_t>(seconds_since_1970, Limits::min(), Limits::max()));
}

} // namespace cloop
