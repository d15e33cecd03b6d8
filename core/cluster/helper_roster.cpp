// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/helper_roster.h"

#include <algorithm>

namespace cloop {

namespace {

/// Who invents workers does not fill our memory.
constexpr std::size_t most_helpers = 1024;
/// Of a worker that says each half second that it is there.
constexpr std::chrono::seconds longest_silence{5};

using EventKind = ClusterEvent::Kind;

ClusterEvent::Kind kind_of(Refusal refusal) {
    if (refusal == Refusal::other_versions) return EventKind::refused_versions;
    return refusal == Refusal::unknown_encoder ? EventKind::refused_encoder : EventKind::refused_memory;
}

} // namespace

std::optional<ClusterEvent> HelperRoster::note(const Presence &presence, ClusterClock::time_point now) {
    const bool is_new = !entries_.contains(presence.worker);
    if (is_new && entries_.size() >= most_helpers) return std::nullopt;
    Entry &entry = entries_[presence.worker];
    if (entry.wrong >= most_wrong_blocks) return std::nullopt;
    const bool was_here = !is_new && entry.helper.is_here;
    const bool is_here = !presence.is_leaving && presence.refusal == Refusal::none;
    entry.helper.name = presence.name;
    entry.helper.threads = presence.threads;
    entry.helper.is_here = is_here;
    entry.wanted = is_here ? presence.wanted : 0;
    entry.seen = now;
    if (is_here && !was_here) {
        entry.since = now;
        entry.helper.since = std::chrono::system_clock::now();
    }
    const bool is_newly_refused = presence.refusal != entry.refusal && presence.refusal != Refusal::none;
    entry.refusal = presence.refusal;
    if (is_newly_refused) return ClusterEvent{kind_of(presence.refusal), presence.name};
    if (is_here == was_here) return std::nullopt;
    if (!is_here && is_new) return std::nullopt;
    return ClusterEvent{is_here ? EventKind::joined : EventKind::left, presence.name, presence.threads};
}

std::vector<ClusterEvent> HelperRoster::drop_silent(ClusterClock::time_point now) {
    std::vector<ClusterEvent> events;
    for (auto &[id, entry] : entries_) {
        if (!entry.helper.is_here || now - entry.seen < longest_silence) continue;
        entry.helper.is_here = false;
        entry.wanted = 0;
        events.push_back({EventKind::left, entry.helper.name, entry.helper.threads});
    }
    return events;
}

bool HelperRoster::is_shut_out(const ClusterId &worker) const {
    const auto found = entries_.find(worker);
    return found != entries_.end() && found->second.wrong >= most_wrong_blocks;
}

void HelperRoster::credit(const ClusterId &worker, std::uint64_t bytes) {
    if (const auto found = entries_.find(worker); found != entries_.end()) found->second.helper.bytes += bytes;
}

std::optional<ClusterEvent> HelperRoster::blame(const ClusterId &worker, unsigned blocks) {
    if (!entries_.contains(worker) && entries_.size() >= most_helpers) return std::nullopt;
    Entry &entry = entries_[worker];
    if (entry.wrong >= most_wrong_blocks) return std::nullopt;
    entry.wrong += blocks;
    const bool is_shut_out = entry.wrong >= most_wrong_blocks;
    if (is_shut_out) {
        entry.helper.is_here = false;
        entry.wanted = 0;
    }
    return ClusterEvent{is_shut_out ? EventKind::shut_out : EventKind::wrong_block, entry.helper.name};
}

std::size_t HelperRoster::wanted() const {
    std::size_t sum = 0;
    for (const auto &[id, entry] : entries_) sum += entry.wanted;
    return sum;
}

std::vector<Helper> HelperRoster::helpers(ClusterClock::time_point now) const {
    std::vector<Helper> helpers;
    for (const auto &[id, entry] : entries_) {
        helpers.push_back(entry.helper);
        const double seconds = std::chrono::duration<double>((entry.helper.is_here ? now : entry.seen) - entry.since).count();
        helpers.back().bytes_per_second = seconds > 0 ? static_cast<double>(entry.helper.bytes) / seconds : 0;
    }
    std::ranges::sort(helpers, {}, &Helper::since);
    return helpers;
}

} // namespace cloop
