// SPDX-License-Identifier: GPL-3.0-or-later
// Size and time for several choices at once: soon roughly, then closer and closer.

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

    /// Begins anew; what was asked for before is forgotten. Ends when each is known within a fiftieth, or after half a minute.
    void start(const BuildSource &source, std::vector<CreateOptions> choices);
    void stop();

signals:
    void listed(std::uint64_t contentSize);              ///< how large the content is about
    void estimated(std::size_t choice, const cloop::Estimate &estimate);  ///< again and again, closer each time
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
