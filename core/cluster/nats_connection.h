// SPDX-License-Identifier: GPL-3.0-or-later
// A connection to a NATS server, by libnats, that comes back by itself after the server or the network was away.

#pragma once

#include "cluster/cluster_url.h"

#include <nats/nats.h>

#include <functional>
#include <memory>
#include <span>
#include <string>

namespace cloop {

struct NatsRelease {
    void operator()(natsConnection *connection) const;
    void operator()(natsSubscription *subscription) const { natsSubscription_Destroy(subscription); }
    void operator()(natsMsg *message) const { natsMsg_Destroy(message); }
    void operator()(jsCtx *context) const { jsCtx_Destroy(context); }
};
using NatsMessage = std::unique_ptr<natsMsg, NatsRelease>;
using NatsSubscription = std::unique_ptr<natsSubscription, NatsRelease>;

std::span<const std::byte> bytes_of(const NatsMessage &message);

/// Threads: all members are for any thread.
class NatsConnection {
public:
    /// Called in a thread of libnats, also once after the subscription or connection has ended: what it uses, it shares.
    using Handler = std::function<void(NatsMessage)>;

    /// `name`: shown in the server's list. Errors: cluster_unreachable, cluster_refused, cluster_not_trusted.
    static Result<NatsConnection> connect(const ClusterUrl &url, const std::string &name);

    /// False while the server is away.
    bool is_connected() const { return natsConnection_Status(connection_.get()) == NATS_CONN_STATUS_CONNECTED; }
    /// It does not come back, because the server refused it meanwhile.
    bool is_closed() const { return natsConnection_IsClosed(connection_.get()); }
    /// Error: cluster_not_permitted, if the server has refused a subscription or a message, which it says some time after.
    Status check() const;
    /// Counts how often the server came back.
    std::uint64_t reconnects() const;
    /// Bytes of the largest message.
    std::uint64_t max_payload() const;

    /// Whether it was sent, or will be. `reply`: the subject for an answer.
    bool publish(const std::string &subject, std::span<const std::byte> bytes, const std::string &reply = {}) const;
    /// Waits until the server has all that was published, for a second at most.
    void flush() const { natsConnection_FlushTimeout(connection_.get(), 1000); }
    /// Error: cluster_unreachable.
    Result<NatsSubscription> subscribe(const std::string &subject, Handler handler) const;

    /// Handlers are not called any more, except those that run.
    void close() const { natsConnection_Close(connection_.get()); }

    natsConnection *get() const { return connection_.get(); }
    const std::string &place() const { return place_; }

private:
    NatsConnection(natsConnection *connection, std::string place) : connection_(connection), place_(std::move(place)) {}

    std::unique_ptr<natsConnection, NatsRelease> connection_;
    std::string place_;
};

} // namespace cloop
