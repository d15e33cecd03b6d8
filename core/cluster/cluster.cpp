// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster.h"

#include "cluster/certificate.h"
#include "cluster/cluster_encoders.h"
#include "cluster/cluster_messages.h"
#include "cluster/nats_connection.h"
#include "cluster/nats_server.h"
#include "cluster/work_stream.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netdb.h>
#include <unistd.h>

#include <algorithm>
#include <mutex>
#include <thread>

namespace cloop {

namespace {

bool is_wildcard(const std::string &address) { return address == "0.0.0.0" || address == "::"; }

/// The first address of this computer that others can reach; its name if there is none.
std::string own_address(bool is_v6) {
    ifaddrs *list = nullptr;
    if (::getifaddrs(&list) == 0) {
        const std::unique_ptr<ifaddrs, decltype([](ifaddrs *found) { ::freeifaddrs(found); })> found(list);
        for (const ifaddrs *it = list; it; it = it->ifa_next) {
            if (!it->ifa_addr || !(it->ifa_flags & IFF_UP) || (it->ifa_flags & IFF_LOOPBACK)) continue;
            const int family = it->ifa_addr->sa_family;
            if (family != AF_INET && !(is_v6 && family == AF_INET6)) continue;
            char text[NI_MAXHOST] = {};
            const socklen_t size = family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
            if (::getnameinfo(it->ifa_addr, size, text, sizeof text, nullptr, 0, NI_NUMERICHOST) == 0) return text;
        }
    }
    char name[256] = {};
    return ::gethostname(name, sizeof name - 1) == 0 ? name : "localhost";
}

/// Makers of other jobs on that server say so twice a second.
std::vector<ClusterId> living_jobs(const NatsConnection &connection) {
    struct Heard {
        std::mutex mutex;
        std::vector<ClusterId> jobs;
    };
    const auto heard = std::make_shared<Heard>();
    const auto subscription = connection.subscribe(notice_subject, [heard](const NatsMessage &message) {
        const std::lock_guard lock(heard->mutex);
        if (const auto parsed = parse_notice(bytes_of(message))) heard->jobs.push_back(parsed->notice.job.id);
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(1500));
    const std::lock_guard lock(heard->mutex);
    return heard->jobs;
}

std::string random_token() { return to_hex(random_cluster_id()); }

} // namespace

struct Cluster::Parts {
    ClusterOptions options;
    std::uint32_t blocks_in_batch = 1;
    std::optional<NatsServer> server;
    ClusterUrl url;                  ///< for workers
    std::shared_ptr<NatsConnection> connection;
    unsigned restarts = 0;
    mutable std::mutex mutex;        ///< guards `helpers`
    std::function<std::vector<Helper>()> helpers;
};

Cluster::Cluster(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Cluster::~Cluster() {
    if (parts_->connection) parts_->connection->close();
}

Result<std::unique_ptr<Cluster>> Cluster::start(const ClusterOptions &options, std::uint32_t block_size, const std::stop_token &stop) {
    auto parts = std::make_unique<Parts>();
    parts->options = options;
    const std::uint32_t wanted_blocks = std::max(batch_bytes / block_size, 1u);
    if (block_size > largest_cluster_block) return fail(ErrorCode::cluster_block_too_large, {}, std::to_string(largest_cluster_block));
    ClusterUrl own_url;
    if (options.server) {
        parts->url = *options.server;
    } else {
        NatsServer::Options server{.address = options.listen,
                                   .port = options.port,
                                   .max_payload = static_cast<std::uint32_t>(answer_bytes(block_size, wanted_blocks)),
                                   .token = random_token(),
                                   .certificate = {}};
        CLOOP_LET(certificate, make_certificate());
        server.certificate = certificate;
        CLOOP_LET(running, NatsServer::start(server, stop));
        parts->server.emplace(std::move(running));
        const bool is_all = is_wildcard(options.listen);
        parts->url = {.host = is_all ? own_address(options.listen == "::") : options.listen,
                      .port = parts->server->port(),
                      .wants_tls = true,
                      .token = server.token,
                      .fingerprint = certificate.fingerprint};
    }
    ClusterUrl reached = parts->url;
    if (parts->server && is_wildcard(options.listen)) reached.host = options.listen == "::" ? "::1" : "127.0.0.1";
    CLOOP_LET(connection, NatsConnection::connect(reached, "cloop"));
    parts->connection = std::make_shared<NatsConnection>(std::move(connection));
    parts->blocks_in_batch = std::min<std::uint32_t>(wanted_blocks, most_blocks_in_request);
    const std::uint64_t most = parts->connection->max_payload();
    while (parts->blocks_in_batch > 0 && answer_bytes(block_size, parts->blocks_in_batch) > most) --parts->blocks_in_batch;
    if (parts->blocks_in_batch == 0)
        return fail(ErrorCode::cluster_block_too_large, {}, std::to_string((most - std::min<std::uint64_t>(most, most / 1024 + 1024)) / 512 * 512));
    if (options.server) {
        // Proves that it has JetStream, and memory for it, before anything is written.
        const auto prove = [&]() -> Status {
            WorkStream trial(*parts->connection, random_cluster_id());
            CLOOP_TRY(trial.ensure());
            trial.remove();
            return {};
        };
        const auto proved = prove();
        remove_orphaned_streams(*parts->connection, [&] { return living_jobs(*parts->connection); });
        // Perhaps an orphan had the memory, or another maker took the trial for one.
        if (!proved) CLOOP_TRY(prove());
    }
    return std::unique_ptr<Cluster>(new Cluster(std::move(parts)));
}

std::string Cluster::worker_url() const { return parts_->url.text(); }

std::unique_ptr<BlockEncoders> Cluster::encoders(const PipelineOptions &options, EventSink on_event) {
    ServerCare care;
    if (parts_->server)
        care = [parts = parts_.get()] {
            constexpr unsigned most_restarts = 5;
            if (parts->server->is_running() || parts->restarts >= most_restarts) return false;
            ++parts->restarts;
            return parts->server->restart({}).has_value();
        };
    auto encoders = ClusterEncoders::make({.pipeline = options,
                                           .blocks_in_batch = parts_->blocks_in_batch,
                                           .works_here = parts_->options.works_here,
                                           .takes_any_version = parts_->options.takes_any_version},
                                          parts_->connection, std::move(care), std::move(on_event));
    const std::lock_guard lock(parts_->mutex);
    parts_->helpers = encoders->helpers();
    return encoders;
}

std::vector<Helper> Cluster::helpers() const {
    std::function<std::vector<Helper>()> ask;
    {
        const std::lock_guard lock(parts_->mutex);
        ask = parts_->helpers;
    }
    return ask ? ask() : std::vector<Helper>();
}

} // namespace cloop
