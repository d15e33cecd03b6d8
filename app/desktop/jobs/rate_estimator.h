// SPDX-License-Identifier: GPL-3.0-or-later
// How fast something goes, and when it will be done.

#pragma once

#include <cstdint>
#include <optional>

namespace cloop::desktop {

/// Smooths: what happened last counts most, but a single slow piece counts little. Says nothing before it has seen enough.
class RateEstimator {
public:
    /// `seconds`: of work, without pauses; `done`: bytes so far. Both grow.
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
