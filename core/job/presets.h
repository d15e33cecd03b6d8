// SPDX-License-Identifier: GPL-3.0-or-later
// Presets of format and encoder for the user interface.

#pragma once

#include "job/create_image.h"

#include <array>

namespace cloop {

/// Immutable.
struct Preset {
    const char *name;     ///< in English; the program translates it
    const char *options;  ///< the equivalent options of the command
    ImageFormat format;
    Encoding encoding;
};

inline constexpr std::array<Preset, 3> presets{{
    {"Compatible", "-f v2 -l 6", ImageFormat::v2, {EncoderId::deflate, 6, true}},
    {"Smaller", "-f v2 -l 12", ImageFormat::v2, {EncoderId::deflate, 12, true}},
    {"Smallest", "-f v4 -c best", ImageFormat::v4, {EncoderId::best, 0, false}},
}};

} // namespace cloop
