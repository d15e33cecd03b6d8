// SPDX-License-Identifier: GPL-3.0-or-later
// Compressing on other computers: the maker's side. A NATS server hands batches of blocks to the workers that are there; this computer works too.
// Whatever a worker answers is decoded and compared with what it was sent, so a faulty or hostile one can delay the image, or store it in more bytes,
// and nothing else.

#pragma once

#include "cluster/cluster_event.h"
#include "cluster/cluster_url.h"
#include "image/block_encoders.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace cloop {

struct ClusterOptions {
    std::optional<ClusterUrl> server{};  ///< that runs already; none: one of our own, for this run
    std::string listen = "127.0.0.1";  ///< the address of our own; 0.0.0.0 and :: are all interfaces
    std::uint16_t port = 0;  ///< of our own; 0: any that is free
    bool works_here = true;  ///< this computer encodes too
    bool takes_any_version = false;  ///< workers whose encoders may write other bytes
};

/// A worker that this job has seen.
struct Helper {
    std::string name;  ///< what it calls itself: not to be trusted
    unsigned threads = 0;
    std::chrono::system_clock::time_point since{};
    std::uint64_t bytes = 0;  ///< of content that it has encoded
    double bytes_per_second = 0;
    bool is_here = true;  ///< false: it left, was shut out or never took part
};

class Cluster {
public:
    /// Called in the thread that drives the encoders.
    using EventSink = std::function<void(const ClusterEvent &)>;

    /// Starts the server, or reaches the one that is there. `block_size`: of the image. Errors: nats_server_missing, nats_server_failed,
    /// cluster_unreachable, cluster_refused, cluster_not_trusted, cluster_not_permitted, cluster_lacks_streams, cluster_block_too_large, cancelled.
    static Result<std::unique_ptr<Cluster>> start(const ClusterOptions &options, std::uint32_t block_size, const std::stop_token &stop);
    /// Ends our own server.
    ~Cluster();

    /// What `cloop worker` wants to reach this server.
    std::string worker_url() const;

    /// Encoders for one image, whose blocks have the size of start(). One at a time; the cluster outlives them. Their next() fails with
    /// cluster_not_permitted if the server forbids what they need.
    std::unique_ptr<BlockEncoders> encoders(const PipelineOptions &options, EventSink on_event);

    /// The workers of the present image. For any thread.
    std::vector<Helper> helpers() const;

private:
    struct Parts;
    explicit Cluster(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace cloop
