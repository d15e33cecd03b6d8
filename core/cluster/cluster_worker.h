// SPDX-License-Identifier: GPL-3.0-or-later
// Compressing for other computers: the worker's side. It holds no file and runs no command: all that it takes is a request of raw blocks, and all
// that it gives is the same blocks, stored.

#pragma once

#include "cluster/cluster_messages.h"
#include "cluster/cluster_url.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

namespace cloop {

struct WorkerOptions {
    std::string name;                   ///< shown to the maker
    unsigned threads = 1;
    std::uint64_t most_memory = 0;      ///< bytes; decides how many threads work on large blocks
    bool ends_after_one_job = false;
};

struct WorkerState {
    enum class Kind {
        reaching,     ///< the server does not answer (yet, or any more)
        waiting,      ///< for a job
        working,
        refusing,     ///< the job, for the reason in `refusal`
        shut_out,     ///< by the maker, because blocks were wrong
        finished,     ///< a job
    };
    Kind kind = Kind::reaching;
    Refusal refusal = Refusal::none;
    std::string encoder{};          ///< of the job, with its level where it has several
    std::uint64_t bytes = 0;        ///< of content that was encoded for this job
    double bytes_per_second = 0;
};

/// Works for one maker after another until `stop`. `on_state`: each half second, and on a change; in the caller's thread.
/// Errors: cluster_refused, cluster_not_trusted, cluster_not_permitted; nobody's absence is one. A stop is success.
Status run_cluster_worker(const ClusterUrl &url, const WorkerOptions &options, const std::function<void(const WorkerState &)> &on_state,
                          const std::stop_token &stop);

/// Bytes that a thread needs to encode such blocks, about.
std::uint64_t encoder_memory(std::uint32_t block_size);

} // namespace cloop
