// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/work_stream.h"

#include <string_view>
#include <vector>

namespace cloop {

namespace {

constexpr std::string_view stream_prefix = "CLOOP_";
constexpr const char *consumer_name = "workers";
/// Patience for a request to JetStream's own API, in milliseconds.
constexpr std::int64_t api_patience = 2000;

using Context = std::unique_ptr<jsCtx, NatsRelease>;

std::string stream_name(const ClusterId &job) { return std::string(stream_prefix) + to_hex(job); }

Context context_of(const NatsConnection &connection) {
    jsOptions options;
    jsOptions_Init(&options);
    options.Wait = api_patience;
    jsCtx *context = nullptr;
    return Context(natsConnection_JetStream(&context, connection.get(), &options) == NATS_OK ? context : nullptr);
}

std::unexpected<Error> failed(const NatsConnection &connection, natsStatus status) {
    if (const auto permitted = connection.check(); !permitted) return std::unexpected(permitted.error());
    const char *words = nats_GetLastError(nullptr);
    const bool is_away = status == NATS_TIMEOUT || status == NATS_CONNECTION_CLOSED || status == NATS_CONNECTION_DISCONNECTED;
    return fail(is_away ? ErrorCode::cluster_unreachable : ErrorCode::cluster_lacks_streams, connection.place(),
                words ? words : natsStatus_GetText(status));
}

std::int64_t nanoseconds(std::chrono::nanoseconds duration) { return duration.count(); }

} // namespace

std::string presence_subject(const ClusterId &job) { return "cloop." + to_hex(job) + ".presence"; }
std::string answer_subject(const ClusterId &job) { return "cloop." + to_hex(job) + ".answer"; }
std::string request_subject(const ClusterId &job) { return "cloop." + to_hex(job) + ".request"; }
std::string receipt_subject(const ClusterId &job, const ClusterId &worker) { return "cloop." + to_hex(job) + ".receipt." + to_hex(worker); }

Result<bool> WorkStream::ensure() {
    const Context context = context_of(connection_);
    if (!context) return fail(ErrorCode::out_of_memory);
    const std::string name = stream_name(job_), subject = request_subject(job_);
    jsStreamInfo *found = nullptr;
    const bool is_there = js_GetStreamInfo(&found, context.get(), name.c_str(), nullptr, nullptr) == NATS_OK;
    jsStreamInfo_Destroy(found);
    if (!is_there) {
        jsStreamConfig stream;
        jsStreamConfig_Init(&stream);
        const char *subjects[] = {subject.c_str()};
        stream.Name = name.c_str();
        stream.Subjects = subjects;
        stream.SubjectsLen = 1;
        stream.Retention = js_WorkQueuePolicy;
        stream.Storage = js_MemoryStorage;
        stream.MaxBytes = static_cast<std::int64_t>(most_stream_bytes);
        stream.Discard = js_DiscardNew;
        // What nobody asks for any more goes by itself, should the maker be killed.
        stream.MaxAge = nanoseconds(std::chrono::minutes(10));
        if (const natsStatus status = js_AddStream(nullptr, context.get(), &stream, nullptr, nullptr); status != NATS_OK)
            return failed(connection_, status);
    }
    jsConsumerConfig consumer;
    jsConsumerConfig_Init(&consumer);
    consumer.Durable = consumer_name;
    consumer.AckPolicy = js_AckExplicit;
    consumer.AckWait = nanoseconds(ack_wait);
    consumer.MaxAckPending = -1;
    if (const natsStatus status = js_AddConsumer(nullptr, context.get(), name.c_str(), &consumer, nullptr, nullptr); status != NATS_OK)
        return failed(connection_, status);
    return !is_there;
}

void WorkStream::remove() { remove_stream(connection_, job_); }

void remove_stream(const NatsConnection &connection, const ClusterId &job) {
    if (const Context context = context_of(connection)) js_DeleteStream(context.get(), stream_name(job).c_str(), nullptr, nullptr);
}

void remove_orphaned_streams(const NatsConnection &connection, const std::function<std::vector<ClusterId>()> &living_jobs) {
    const Context context = context_of(connection);
    jsStreamNamesList *list = nullptr;
    if (!context || js_StreamNames(&list, context.get(), nullptr, nullptr) != NATS_OK) return;
    std::vector<std::string> ours;
    for (int i = 0; i < list->Count; ++i)
        if (std::string_view(list->List[i]).starts_with(stream_prefix)) ours.emplace_back(list->List[i]);
    jsStreamNamesList_Destroy(list);
    if (ours.empty()) return;
    for (const ClusterId &job : living_jobs()) std::erase(ours, stream_name(job));
    for (const std::string &name : ours) js_DeleteStream(context.get(), name.c_str(), nullptr, nullptr);
}

Result<WorkQueue> WorkQueue::open(const NatsConnection &connection, const ClusterId &job) {
    const Context context = context_of(connection);
    if (!context) return fail(ErrorCode::out_of_memory);
    const std::string name = stream_name(job);
    jsSubOptions options;
    jsSubOptions_Init(&options);
    options.Stream = name.c_str();
    options.Consumer = consumer_name;
    natsSubscription *subscription = nullptr;
    const natsStatus status = js_PullSubscribe(&subscription, context.get(), request_subject(job).c_str(), consumer_name, nullptr, &options, nullptr);
    if (status != NATS_OK) return fail(ErrorCode::cluster_unreachable, connection.place(), natsStatus_GetText(status));
    return WorkQueue(NatsSubscription(subscription));
}

std::vector<NatsMessage> WorkQueue::fetch(int most, std::chrono::milliseconds patience) {
    natsMsgList list{};
    std::vector<NatsMessage> messages;
    if (natsSubscription_Fetch(&list, subscription_.get(), most, patience.count(), nullptr) != NATS_OK) return messages;
    for (int i = 0; i < list.Count; ++i) {
        messages.emplace_back(list.Msgs[i]);
        list.Msgs[i] = nullptr;
    }
    natsMsgList_Destroy(&list);
    return messages;
}

} // namespace cloop
