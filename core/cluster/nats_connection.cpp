// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/nats_connection.h"

#include "cluster/certificate.h"

namespace cloop {

namespace {

struct OptionsRelease {
    void operator()(natsOptions *options) const { natsOptions_Destroy(options); }
};

/// Frees the handler when no message can come any more.
void forget_handler(void *handler) { delete static_cast<NatsConnection::Handler *>(handler); }

void call_handler(natsConnection *, natsSubscription *, natsMsg *message, void *handler) {
    try {
        (*static_cast<NatsConnection::Handler *>(handler))(NatsMessage(message));
    } catch (const std::bad_alloc &) {
        // The message is lost, as on a bad network: who waits for it asks again.
    }
}

/// Without the place in libnats that they begin with: "(conn.c:2088): ".
std::string last_words() {
    natsStatus status = NATS_OK;
    const char *words = nats_GetLastError(&status);
    std::string text = words ? words : natsStatus_GetText(status);
    if (const auto end = text.find("): "); text.starts_with('(') && end != std::string::npos) text.erase(0, end + 3);
    return text;
}

Error error_for(natsStatus status, const ClusterUrl &url) {
    const std::string words = last_words();
    // "Authorization Violation" comes as a plain NATS_ERR from some servers.
    const bool is_refused = status == NATS_CONNECTION_AUTH_FAILED || words.find("uthoriz") != std::string::npos;
    const ErrorCode code = is_refused                 ? ErrorCode::cluster_refused
                           : status == NATS_SSL_ERROR ? ErrorCode::cluster_not_trusted
                                                      : ErrorCode::cluster_unreachable;
    return {.code = code, .subject = url.place(), .detail = words};
}

} // namespace

void NatsRelease::operator()(natsConnection *connection) const {
    natsConnection_Close(connection);
    natsConnection_Destroy(connection);
}

std::span<const std::byte> bytes_of(const NatsMessage &message) {
    return {reinterpret_cast<const std::byte *>(natsMsg_GetData(message.get())), static_cast<std::size_t>(natsMsg_GetDataLength(message.get()))};
}

Result<NatsConnection> NatsConnection::connect(const ClusterUrl &url, const std::string &name) {
    natsOptions *raw = nullptr;
    if (natsOptions_Create(&raw) != NATS_OK) return fail(ErrorCode::out_of_memory);
    const std::unique_ptr<natsOptions, OptionsRelease> options(raw);
    natsStatus status = natsOptions_SetURL(raw, ((url.wants_tls ? "tls://" : "nats://") + url.place()).c_str());
    const auto set = [&](natsStatus done) {
        if (status == NATS_OK) status = done;
    };
    set(natsOptions_SetName(raw, name.c_str()));
    // The address that a server behind a wall announces would lead elsewhere.
    set(natsOptions_SetIgnoreDiscoveredServers(raw, true));
    set(natsOptions_SetTimeout(raw, 5000));
    set(natsOptions_SetMaxReconnect(raw, -1));
    set(natsOptions_SetReconnectWait(raw, 250));
    set(natsOptions_SetReconnectJitter(raw, 100, 100));
    // Notices a cut network within six seconds.
    set(natsOptions_SetPingInterval(raw, 2000));
    set(natsOptions_SetMaxPingsOut(raw, 2));
    // While it writes, the library keeps a lock that all calls need: a frozen server would hold up everything.
    set(natsOptions_SetWriteDeadline(raw, 10'000));
    if (!url.token.empty()) set(natsOptions_SetToken(raw, url.token.c_str()));
    if (!url.user.empty()) set(natsOptions_SetUserInfo(raw, url.user.c_str(), url.password.c_str()));
    if (!url.nkey.empty()) set(natsOptions_SetNKeyFromSeed(raw, url.nkey.c_str(), url.seed_file.c_str()));
    if (url.wants_tls) {
        set(natsOptions_SetSecure(raw, true));
        set(natsOptions_SetExpectedHostname(raw, url.host.c_str()));
    }
    if (!url.ca_file.empty()) set(natsOptions_LoadCATrustedCertificates(raw, url.ca_file.c_str()));
    if (status == NATS_OK && url.fingerprint) {
        CLOOP_LET(pinned, fetch_certificate(url));
        set(natsOptions_SetCATrustedCertificates(raw, pinned.certificate.c_str()));
        set(natsOptions_SetExpectedHostname(raw, pinned.name.c_str()));
    }
    natsConnection *connection = nullptr;
    if (status == NATS_OK) status = natsConnection_Connect(&connection, raw);
    if (status != NATS_OK) return std::unexpected(error_for(status, url));
    return NatsConnection(connection, url.place());
}

Status NatsConnection::check() const {
    const char *words = "";
    if (natsConnection_GetLastError(connection_.get(), &words) != NATS_NOT_PERMITTED) return {};
    return fail(ErrorCode::cluster_not_permitted, place_, words);
}

std::uint64_t NatsConnection::reconnects() const {
    natsStatistics *statistics = nullptr;
    if (natsStatistics_Create(&statistics) != NATS_OK) return 0;
    std::uint64_t count = 0;
    if (natsConnection_GetStats(connection_.get(), statistics) == NATS_OK)
        natsStatistics_GetCounts(statistics, nullptr, nullptr, nullptr, nullptr, &count);
    natsStatistics_Destroy(statistics);
    return count;
}

std::uint64_t NatsConnection::max_payload() const {
    const std::int64_t size = natsConnection_GetMaxPayload(connection_.get());
    return size > 0 ? static_cast<std::uint64_t>(size) : 0;
}

bool NatsConnection::publish(const std::string &subject, std::span<const std::byte> bytes, const std::string &reply) const {
    const auto size = static_cast<int>(bytes.size());
    const natsStatus status = reply.empty() ? natsConnection_Publish(connection_.get(), subject.c_str(), bytes.data(), size)
                                            : natsConnection_PublishRequest(connection_.get(), subject.c_str(), reply.c_str(), bytes.data(), size);
    return status == NATS_OK;
}

Result<NatsSubscription> NatsConnection::subscribe(const std::string &subject, Handler handler) const {
    auto held = std::make_unique<Handler>(std::move(handler));
    natsSubscription *subscription = nullptr;
    if (natsConnection_Subscribe(&subscription, connection_.get(), subject.c_str(), call_handler, held.get()) != NATS_OK)
        return fail(ErrorCode::cluster_unreachable, place_, last_words());
    // From here on the library frees it.
    natsSubscription_SetOnCompleteCB(subscription, forget_handler, held.release());
    return NatsSubscription(subscription);
}

} // namespace cloop
