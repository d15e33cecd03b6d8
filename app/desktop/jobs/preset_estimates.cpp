// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/preset_estimates.h"

#include <map>

namespace cloop::desktop {

/// Results that the window has not fetched yet.
struct PresetEstimates::Feed {
    std::mutex mutex;
    std::optional<std::uint64_t> contentSize;
    std::map<std::size_t, Estimate> estimates;
};

namespace {

using namespace std::chrono_literals;

constexpr auto firstShare = 300ms;  ///< with three choices, the first estimates take less than a second
constexpr auto laterShare = 700ms;
constexpr auto longest = 30s;

bool hasEnded(const Estimate &estimate) { return estimate.is_close() || estimate.is_complete; }

} // namespace

PresetEstimates::PresetEstimates(QObject *parent) : QObject(parent) {
    connect(&job_, &CoreJob::progressed, this, &PresetEstimates::tell);
}

PresetEstimates::~PresetEstimates() = default;

void PresetEstimates::start(const BuildSource &source, std::vector<CreateOptions> choices) {
    next_ = Asked{source, std::move(choices)};
    // When the running job has stopped, the next one begins.
    if (job_.isRunning()) job_.cancel();
    else begin();
}

void PresetEstimates::stop() {
    next_.reset();
    job_.cancel();
}

void PresetEstimates::begin() {
    const Asked asked = *std::exchange(next_, std::nullopt);
    feed_ = std::make_shared<Feed>();
    job_.start(
        [asked, feed = feed_](const std::stop_token &stop, const ProgressSink &progress) -> Status {
            CLOOP_LET(sampled, open_sampled(asked.source, stop));
            const auto tell = [&](auto change) {
                {
                    const std::lock_guard lock(feed->mutex);
                    change();
                }
                report(progress, {.phase = Phase::estimate});
            };
            tell([&] { feed->contentSize = sampled.source->size(); });
            std::vector<Estimator> estimators;
            for (const CreateOptions &choice : asked.choices) {
                CLOOP_LET(estimator, Estimator::begin(sampled, choice));
                estimators.push_back(std::move(estimator));
            }
            const auto end = std::chrono::steady_clock::now() + longest;
            auto share = firstShare;
            for (bool isDone = false; !isDone && std::chrono::steady_clock::now() < end; share = laterShare) {
                isDone = true;
                for (std::size_t i = 0; i < estimators.size(); ++i) {
                    if (share == laterShare && hasEnded(estimators[i].estimate())) continue;
                    CLOOP_TRY(estimators[i].sample(share, stop));
                    tell([&] { feed->estimates[i] = estimators[i].estimate(); });
                    isDone = isDone && hasEnded(estimators[i].estimate());
                }
            }
            return {};
        },
        [this](const Status &status) {
            if (next_) {
                begin();
                return;
            }
            tell();
            if (status) emit ended();
            else if (status.error().code != ErrorCode::cancelled) emit failed(status.error());
        });
}

void PresetEstimates::tell() {
    std::optional<std::uint64_t> contentSize;
    std::map<std::size_t, Estimate> estimates;
    {
        const std::lock_guard lock(feed_->mutex);
        contentSize.swap(feed_->contentSize);
        estimates.swap(feed_->estimates);
    }
    if (next_) return;
    if (contentSize) emit listed(*contentSize);
    for (const auto &[choice, estimate] : estimates) emit this->estimated(choice, estimate);
}

} // namespace cloop::desktop
