// SPDX-License-Identifier: GPL-3.0-or-later
// The stream of a job: JetStream hands each request in it to one worker, and to another one if the first neither acknowledges it nor says in time
// that it still works on it.

#pragma once

#include "cluster/cluster_messages.h"
#include "cluster/nats_connection.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <vector>

namespace cloop {

/// A request goes to another worker after this time. A worker says three times in it that it is alive.
inline constexpr std::chrono::milliseconds ack_wait{6000};

/// Subjects of messages. Jobs come and go on a server that serves several makers.
inline const std::string notice_subject = "cloop.notice";
/// Without content: a worker is new here, and waits for a notice.
inline const std::string hello_subject = "cloop.hello";
std::string presence_subject(const ClusterId &job);
std::string answer_subject(const ClusterId &job);
std::string request_subject(const ClusterId &job);
std::string receipt_subject(const ClusterId &job, const ClusterId &worker);

/// A stream holds at most so many bytes, which the server sets aside at once.
inline constexpr std::uint64_t most_stream_bytes = 256u << 20;

/// The maker's end. In memory only, so that no disc is written.
class WorkStream {
public:
    WorkStream(const NatsConnection &connection, const ClusterId &job) : connection_(connection), job_(job) {}

    /// Makes the stream if it does not exist; returns whether it was made. Errors: cluster_lacks_streams, cluster_unreachable,
    /// cluster_not_permitted.
    Result<bool> ensure();
    /// Deletes it, with all requests.
    void remove();

private:
    const NatsConnection &connection_;
    ClusterId job_;
};

/// Deletes the streams that belong to none of the jobs that `living_jobs` returns, because their makers were killed. It is called after the streams
/// are listed, and only if there are any, so that the stream of a maker that came meanwhile stays.
void remove_orphaned_streams(const NatsConnection &connection, const std::function<std::vector<ClusterId>()> &living_jobs);
void remove_stream(const NatsConnection &connection, const ClusterId &job);

/// A worker's end. Threads: fetch() is for one thread.
class WorkQueue {
public:
    /// Errors: cluster_unreachable, also if the stream does not exist (any more).
    static Result<WorkQueue> open(const NatsConnection &connection, const ClusterId &job);

    /// Up to `most` requests, as soon as there is one; none if none comes within the time.
    std::vector<NatsMessage> fetch(int most, std::chrono::milliseconds patience);

private:
    explicit WorkQueue(NatsSubscription subscription) : subscription_(std::move(subscription)) {}

    NatsSubscription subscription_;
};

} // namespace cloop
