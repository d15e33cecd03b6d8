// SPDX-License-Identifier: GPL-3.0-or-later
// The workers of a job, as the maker knows them. Pure.

#pragma once

#include "cluster/batch_window.h"
#include "cluster/cluster.h"
#include "cluster/cluster_messages.h"

#include <map>

namespace cloop {

class HelperRoster {
public:
    /// A worker says that it is there, or why it does not help. Returns what is new.
    std::optional<ClusterEvent> note(const Presence &presence, ClusterClock::time_point now);
    /// Workers that have been silent for too long leave.
    std::vector<ClusterEvent> drop_silent(ClusterClock::time_point now);

    bool is_shut_out(const ClusterId &worker) const;
    void credit(const ClusterId &worker, std::uint64_t bytes);
    /// Some of its blocks were wrong. Returns what is new.
    std::optional<ClusterEvent> blame(const ClusterId &worker, unsigned blocks);

    /// How many requests all workers would like to hold.
    std::size_t wanted() const;
    std::vector<Helper> helpers(ClusterClock::time_point now) const;

private:
    struct Entry {
        Helper helper;
        std::size_t wanted = 0;
        unsigned wrong = 0;
        Refusal refusal = Refusal::none;
        ClusterClock::time_point since{};
        ClusterClock::time_point seen{};
    };
    std::map<ClusterId, Entry> entries_;
};

} // namespace cloop
