// SPDX-License-Identifier: GPL-3.0-or-later
// Block encoders that send batches to workers, and work themselves.

#pragma once

#include "cluster/cluster.h"
#include "cluster/nats_connection.h"

namespace cloop {

/// Keeps our own server alive. Called a few times a second, in one thread; returns whether it had to start it anew.
using ServerCare = std::function<bool()>;

struct ClusterEncodersOptions {
    PipelineOptions pipeline;
    std::uint32_t blocks_in_batch = 1;
    bool works_here = true;
    bool takes_any_version = false;
};

/// A batch is about so many bytes, if its server passes on that much.
inline constexpr std::uint32_t batch_bytes = 1u << 20;

/// How many bytes a message takes that holds the answer of such blocks.
std::uint64_t answer_bytes(std::uint32_t block_size, std::uint32_t blocks);

/// As BlockEncoders; and who helps.
class ClusterEncoders : public BlockEncoders {
public:
    static std::unique_ptr<ClusterEncoders> make(const ClusterEncodersOptions &options, std::shared_ptr<NatsConnection> connection, ServerCare care,
                                                 Cluster::EventSink on_event);

    /// For any thread.
    virtual std::function<std::vector<Helper>()> helpers() const = 0;
};

} // namespace cloop
