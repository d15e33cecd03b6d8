// SPDX-License-Identifier: GPL-3.0-or-later
// A nats-server of our own: a child process that dies with this one, however that ends, and leaves no file.

#pragma once

#include "cluster/certificate.h"
#include "cluster/server_keeper.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

namespace cloop {

/// Threads: all members are for one thread at a time.
class NatsServer {
public:
    struct Options {
        std::string address = "127.0.0.1";  ///< to listen at
        std::uint16_t port = 0;             ///< 0: any that is free
        std::uint32_t max_payload = 1u << 20;
        std::string token;
        OwnCertificate certificate;
    };

    /// Waits until it listens. Errors: nats_server_missing; nats_server_failed; cancelled.
    static Result<NatsServer> start(Options options, const std::stop_token &stop);

    std::uint16_t port() const { return options_.port; }
    bool is_running() { return keeper_ && keeper_->is_running(); }
    /// Starts it anew, at the same port with the same token and certificate. Errors: as start().
    Status restart(const std::stop_token &stop);

private:
    explicit NatsServer(Options options) : options_(std::move(options)) {}
    Status launch(const std::stop_token &stop);

    Options options_;
    std::optional<ServerKeeper> keeper_;
};

} // namespace cloop
