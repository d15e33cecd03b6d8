// SPDX-License-Identifier: GPL-3.0-or-later
// Translations that are compiled in, so that they need no file beside the program and no locale of the system.
//
// Made of translations/*.ts by make_catalogues.cpp.

#pragma once

#include <span>

namespace cloop {

struct Phrase {
    const char *english;
    const char *translation;
};

struct Catalogue {
    const char *language;             ///< "de"
    std::span<const Phrase> phrases;  ///< in the order of the English, in bytes
};

/// All but English.
std::span<const Catalogue> catalogues();

} // namespace cloop
