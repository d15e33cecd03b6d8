// SPDX-License-Identifier: GPL-3.0-or-later
// Other computers for one build of the window.

#pragma once

#include "job/create_image.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <mutex>
#include <stop_token>

namespace cloop {
class Cluster;
}

namespace cloop::desktop {

/// Threads: the job's thread starts and ends it, and any one asks.
class ClusterUse {
public:
    /// False in a program that was built without it.
    static bool isPossible();

    ClusterUse();
    ~ClusterUse();

    /// Starts a server that others reach, and lets `options` use them. Errors: those of Cluster::start().
    Status start(CreateOptions &options, const std::stop_token &stop);
    void end();

    /// What is to be typed on each other computer; empty while there is no server.
    QString line() const;
    /// Who helps, how fast, since when; and what else was last said of them.
    QStringList helpers() const;

private:
    mutable std::mutex mutex_;  ///< guards what follows
    std::shared_ptr<Cluster> cluster_;
    QString news_;              ///< the last
};

} // namespace cloop::desktop
