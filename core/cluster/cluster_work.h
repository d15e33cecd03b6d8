// SPDX-License-Identifier: GPL-3.0-or-later
// A job of the maker: what its driver, its threads, its sender and libnats's threads share.

#pragma once

#include "cluster/cluster_encoders.h"
#include "cluster/helper_roster.h"
#include "cluster/work_stream.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace cloop {

/// An answer that a thread of ours has to check.
struct Unchecked {
    BatchPtr batch;
    std::shared_ptr<NatsMessage> message;  ///< holds the bytes of `answer`
    Answer answer;
};

/// Lives until the last of those has ended.
class ClusterWork {
public:
    ClusterWork(const ClusterEncodersOptions &options, std::shared_ptr<NatsConnection> connection, ServerCare care);

    const ClusterJob &job() const { return job_; }
    const NatsConnection &connection() const { return *connection_; }
    unsigned threads() const { return threads_; }
    /// Where the stream says that it has a request; the request's number follows.
    std::string stored_subject() const;

    // For the driver, as in BlockEncoders.
    std::span<std::byte> free_block();
    void submit(const EncodedBlock *zero);
    bool is_empty();
    std::optional<EncodedBlock> try_next();
    /// None if the block is not done within a fraction of a second.
    Result<std::optional<EncodedBlock>> next();
    void release();
    std::vector<ClusterEvent> take_events();
    /// Ends the job: its threads are about to stop.
    void wake_all();

    /// A thread of this computer: checks answers first, then encodes.
    void work(const std::stop_token &stop) noexcept;
    /// The sender: it alone makes requests to the server that take time. At its end the workers learn that the job is over.
    void send(const std::stop_token &stop) noexcept;

    // In libnats's threads.
    void take_hello();
    void take_presence(const NatsMessage &message);
    void take_answer(NatsMessage message);
    void take_stored(const NatsMessage &message);

    /// For any thread.
    std::vector<Helper> helpers();
    void fail_with(Error error);

private:
    bool check_one(std::unique_lock<std::mutex> &lock, AnyDecoder &decoder, std::vector<std::byte> &scratch);
    bool encode_one(std::unique_lock<std::mutex> &lock, std::optional<BlockEncoder> &encoder, const std::stop_token &stop, AnyDecoder &decoder,
                    std::vector<std::byte> &scratch);
    void fit_window();
    void say_notice(bool is_over);
    void say_receipt(const ClusterId &worker, const Receipt &receipt);
    void care_for_server();
    void care_for_helpers();

    const ClusterEncodersOptions options_;
    const ClusterJob job_;
    const std::shared_ptr<NatsConnection> connection_;
    const ServerCare care_;
    const unsigned threads_;

    // For the sender.
    WorkStream stream_;
    ClusterClock::time_point noticed_{}, ensured_{};

    std::mutex mutex_;  ///< guards what follows
    std::condition_variable has_work_, is_done_, has_to_send_;
    BatchWindow window_;
    HelperRoster roster_;
    std::deque<Unchecked> unchecked_;
    std::vector<ClusterEvent> events_;
    std::optional<Error> failure_;
    bool is_waiting_ = false;  ///< the driver can't fill more: the window is full, or the content ended
    bool is_stream_lost_ = true;
    bool is_greeted_ = false;  ///< a notice is wanted at once
    bool is_alone_ = false;
    std::uint64_t reconnects_ = 0;
    ClusterClock::time_point connected_ = ClusterClock::now(), helped_ = ClusterClock::now();
};

} // namespace cloop
