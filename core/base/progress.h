// SPDX-License-Identifier: GPL-3.0-or-later
// Progress of a job. A job takes a std::stop_token and a ProgressSink beside its parameters.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>

namespace cloop {

enum class Phase { list, create, verify, read, extract, convert, scan, compare, estimate, disc };

struct Progress {
    Phase phase = Phase::read;
    std::uint64_t done = 0;              ///< bytes of content
    std::optional<std::uint64_t> total;  ///< bytes of content; none if unknown
    std::uint64_t stored = 0;            ///< bytes of the image written so far; 0 if the job writes none
};

/// Called often, from the thread that runs the job; the display must drop excess calls. May be empty.
using ProgressSink = std::function<void(const Progress &)>;

inline void report(const ProgressSink &sink, const Progress &progress) {
    if (sink) sink(progress);
}

} // namespace cloop
