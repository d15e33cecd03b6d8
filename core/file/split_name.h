// SPDX-License-Identifier: GPL-3.0-or-later
// The names of a split set's parts. No I/O.
// Our sets are NAME.000, NAME.001, … (NAME.1000 follows NAME.999); 7-Zip and HJSplit begin with .001. Old sets are made by split(1): NAME.aa,
// NAME.ab, … with head and index in NAME.a0. With -a 3 it makes .aaa, .aab, …, with -d .00, .01, ….

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace cloop {

enum class SplitStyle { numbered, lettered };

struct SplitName {
    std::string base;  ///< NAME, without the dot
    SplitStyle style = SplitStyle::numbered;
    std::size_t digits = 3;  ///< characters after the dot: 2 or 3; four-digit numbers follow three-digit ones
    std::size_t number = 0;  ///< 0 is the part with the head: .000 or .a0 (or .aa, if there is no .a0)

    bool operator==(const SplitName &) const = default;

    /// Whether `other` belongs to the same set.
    bool is_of_one_set(const SplitName &other) const { return base == other.base && style == other.style && digits == other.digits; }
};

/// None if `path` is not named like a part. "aa" and "aaa" are number 1, because ".a0" is number 0.
std::optional<SplitName> parse_split_name(std::string_view path);

/// The path of a part; the inverse of parse_split_name(). Pre: a lettered number is at most 26 to the power of `digits`; 0 only with two digits.
std::string part_path(const SplitName &name);

} // namespace cloop
