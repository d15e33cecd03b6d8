// SPDX-License-Identifier: GPL-3.0-or-later
// Dates in UTC, for times of any size: the system's time_t may have 32 bits, which end in 2038.

#pragma once

#include <cstdint>
#include <ctime>

namespace cloop {

/// A date of the Gregorian calendar and a time of day.
struct CivilTime {
    std::int64_t year = 1970;
    int month = 1;  ///< 1 to 12
    int day = 1;    ///< 1 to 31
    int hour = 0;
    int minute = 0;
    int second = 0;
};

CivilTime civil_time(std::int64_t seconds_since_1970);

/// Seconds since 1970. What is out of its limits carries over: the 32nd of January is the first of February, because damaged records hold anything.
/// Pre: the year is within ±30000.
std::int64_t seconds_of(const CivilTime &time);

/// The nearest time that the system can hold.
std::time_t system_time(std::int64_t seconds_since_1970);

} // namespace cloop
