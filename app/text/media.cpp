// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/media.h"

#include <array>

// Qt's name, so that its tools find the strings.
#define QT_TRANSLATE_NOOP(context, text) text

namespace cloop {

std::span<const Medium> media() {
    static constexpr std::array<Medium, 6> all{{
        {QT_TRANSLATE_NOOP("Media", "a CD of 650 MB"), 333'000ull * 2048},
        {QT_TRANSLATE_NOOP("Media", "a CD of 700 MB"), 360'000ull * 2048},
        {QT_TRANSLATE_NOOP("Media", "a DVD of 4.7 GB"), 2'295'104ull * 2048},
        {QT_TRANSLATE_NOOP("Media", "a DVD of 8.5 GB, with two layers"), 4'171'712ull * 2048},
        {QT_TRANSLATE_NOOP("Media", "a Blu-ray of 25 GB"), 12'219'392ull * 2048},
        {QT_TRANSLATE_NOOP("Media", "a Blu-ray of 50 GB, with two layers"), 24'438'784ull * 2048},
    }};
    return all;
}

const Medium *smallestMediumFor(std::uint64_t bytes) {
    for (const Medium &medium : media())
        if (bytes <= medium.capacity) return &medium;
    return nullptr;
}

} // namespace cloop
