// SPDX-License-Identifier: GPL-3.0-or-later
// A worker's part in one job: fetches requests, encodes their blocks in threads, and keeps each request until the maker has its answer.

#pragma once

#include "cluster/cluster_worker.h"
#include "cluster/nats_connection.h"
#include "cluster/work_stream.h"

#include <memory>

namespace cloop {

/// How a share ended.
enum class ShareEnd { none, job_over, maker_gone, shut_out };

class WorkShare {
public:
    /// `worker`: names this program in all its jobs. `threads`: at least 1. Throws std::bad_alloc, std::system_error.
    WorkShare(std::shared_ptr<NatsConnection> connection, WorkQueue queue, const Notice &notice, const ClusterId &worker, std::string name,
              unsigned threads, std::uint64_t most_memory);
    /// Gives back what is not encoded, so that others have it at once.
    ~WorkShare();

    /// The maker says that it is there.
    void note(const Notice &notice);
    /// To be called a few times a second: says to server and maker that this worker lives.
    ShareEnd care();

    std::uint64_t encoded_bytes() const;

private:
    class State;
    std::shared_ptr<State> state_;
    std::unique_ptr<class WorkShareThreads> threads_;
};

} // namespace cloop
