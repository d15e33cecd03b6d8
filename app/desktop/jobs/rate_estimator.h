// SPDX-License-Identifier: GPL-3.0-or-later
// Estimates the rate of a job and its remaining time.

#pragma once

#include <cstdint>
#include <optional>

namespace cloop::desktop {

/// Exponentially smoothed, so that a single slow piece counts little. None until there are enough samples.
class RateEstimator {
public:
    /// `seconds`: of work, without pauses; `done`: bytes so far. Both increase.
    void add(double seconds, std::uint64_t done);

    /// Bytes per second.
    std::optional<double> rate() const;

    /// Seconds until `total` bytes are done.
    std::optional<double> remaining(std::uint64_t total) const;

private:
    double seconds_ = 0;
    std::uint64_t done_ = 0;
    double rate_ = 0;
    double begun_ = 0;
    int samples_ = 0;
};

} // namespace cloop::desktop
