// SPDX-License-Identifier: GPL-3.0-or-later
// Disc types for burning.

#pragma once

#include <cstdint>
#include <span>

namespace cloop {

struct Medium {
    const char *name;        ///< trade name, in English; translated in the context "Media"
    std::uint64_t capacity;  ///< bytes
};

/// From the smallest to the largest. Source: sectors of 2048 bytes as drives report them (CD: 74 and 80 minutes of 75 sectors a second).
std::span<const Medium> media();

/// The smallest medium with room for `bytes`; null if there is none.
const Medium *smallestMediumFor(std::uint64_t bytes);

} // namespace cloop
