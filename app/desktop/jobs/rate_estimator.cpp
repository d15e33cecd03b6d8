// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/rate_estimator.h"

#include <cmath>

namespace cloop::desktop {

namespace {

constexpr int enough_samples = 5;
constexpr double enough_seconds = 1.5;
constexpr double memory_seconds = 6;  ///< time constant: samples of that age weigh about a third

} // namespace

void RateEstimator::add(double seconds, std::uint64_t done) {
    if (samples_ == 0 || done < done_) {
        seconds_ = begun_ = seconds;
        done_ = done;
        rate_ = 0;
        samples_ = 1;
        return;
    }
    const double step = seconds - seconds_;
    if (step <= 0) return;
    const double now = static_cast<double>(done - done_) / step;
    const double weight = samples_ == 1 ? 1 : 1 - std::exp(-step / memory_seconds);
    rate_ += weight * (now - rate_);
    seconds_ = seconds;
    done_ = done;
    ++samples_;
}

std::optional<double> RateEstimator::rate() const {
    if (samples_ < enough_samples || seconds_ - begun_ < enough_seconds) return std::nullopt;
    return rate_;
}

std::optional<double> RateEstimator::remaining(std::uint64_t total) const {
    const auto speed = rate();
    if (!speed || *speed <= 0 || total < done_) return std::nullopt;
    return static_cast<double>(total - done_) / *speed;
}

} // namespace cloop::desktop
