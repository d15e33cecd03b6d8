// SPDX-License-Identifier: GPL-3.0-or-later
// Estimates size and time for several choices, first roughly, then more precisely.

#pragma once

#include "job/estimate.h"
#include "jobs/core_job.h"

#include <mutex>

namespace cloop::desktop {

/// One source at a time. Threads: the window's.
class PresetEstimates final : public QObject {
    Q_OBJECT

public:
    explicit PresetEstimates(QObject *parent = nullptr);
    ~PresetEstimates() override;

    /// Restarts for a new source. Ends when each estimate is within ±2 %, or after half a minute.
    void start(const BuildSource &source, std::vector<CreateOptions> choices);
    void stop();

signals:
    void listed(std::uint64_t contentSize);              ///< approximate size of the content
    void estimated(std::size_t choice, const cloop::Estimate &estimate);  ///< emitted repeatedly, more precise each time
    void ended();
    void failed(const cloop::Error &error);

private:
    struct Asked {
        BuildSource source;
        std::vector<CreateOptions> choices;
    };
    struct Feed;

    void begin();
    void tell();

    std::optional<Asked> next_;
    std::shared_ptr<Feed> feed_;
    CoreJob job_;
};

} // namespace cloop::desktop
