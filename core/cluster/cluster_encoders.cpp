// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_encoders.h"

#include "base/zeros.h"
#include "cluster/cluster_work.h"

#include <algorithm>
#include <system_error>
#include <thread>

namespace cloop {

namespace {

/// From this size on, a block takes so long that a stop does not wait for it (see block_encoders.cpp).
constexpr std::uint32_t slow_batch_block = 1u << 20;

class ClusterEncodersInUse final : public ClusterEncoders {
public:
    ClusterEncodersInUse(const ClusterEncodersOptions &options, std::shared_ptr<NatsConnection> connection, ServerCare care,
                         Cluster::EventSink on_event)
        : on_event_(std::move(on_event)), zero_encoder_(options.pipeline.encoding, options.pipeline.block_size),
          work_(std::make_shared<ClusterWork>(options, std::move(connection), std::move(care))) {
        const auto listen = [&](const std::string &subject, NatsConnection::Handler handler) {
            auto subscription = work_->connection().subscribe(subject, std::move(handler));
            if (subscription) subscriptions_.push_back(std::move(*subscription));
            else work_->fail_with(subscription.error());
        };
        listen(hello_subject, [work = work_](const NatsMessage &) { work->take_hello(); });
        listen(presence_subject(work_->job().id), [work = work_](const NatsMessage &message) { work->take_presence(message); });
        listen(answer_subject(work_->job().id), [work = work_](NatsMessage message) { work->take_answer(std::move(message)); });
        listen(work_->stored_subject() + ".*", [work = work_](const NatsMessage &message) { work->take_stored(message); });
        try {
            for (unsigned i = 0; i < work_->threads(); ++i) threads_.emplace_back([work = work_](const std::stop_token &stop) { work->work(stop); });
            sender_ = std::jthread([work = work_](const std::stop_token &stop) { work->send(stop); });
        } catch (const std::system_error &) {
            work_->fail_with(system_error(errno, ErrorCode::system, "threads"));
        }
    }

    ~ClusterEncodersInUse() override {
        for (auto &thread : threads_) thread.request_stop();
        sender_.request_stop();
        work_->wake_all();
        if (sender_.joinable()) sender_.join();
        if (work_->job().block_size >= slow_batch_block && !work_->is_empty())
            for (auto &thread : threads_) thread.detach();
    }

    std::uint32_t block_size() const override { return work_->job().block_size; }

    std::span<std::byte> free_block() override {
        pass_events();
        free_ = work_->free_block();
        return free_;
    }

    void submit() override {
        const bool is_zero = is_all_zero(free_);
        if (is_zero && zero_bytes_.empty()) {
            const Encoded encoded = zero_encoder_.encode(free_);
            zero_bytes_.assign(encoded.bytes.begin(), encoded.bytes.end());
            zero_ = {{encoded.codec, zero_bytes_}, hash_block(free_)};
        }
        work_->submit(is_zero ? &zero_ : nullptr);
    }

    bool is_empty() const override { return work_->is_empty(); }

    const Result<EncodedBlock> *try_next() override {
        const auto block = work_->try_next();
        if (!block) return nullptr;
        result_ = *block;
        return &result_;
    }

    Result<EncodedBlock> next(const std::stop_token &stop) override {
        for (;;) {
            pass_events();
            if (stop.stop_requested()) return fail(ErrorCode::cancelled);
            CLOOP_LET(block, work_->next());
            if (block) return *block;
        }
    }

    void release() override { work_->release(); }

    std::function<std::vector<Helper>()> helpers() const override {
        return [work = work_] { return work->helpers(); };
    }

private:
    void pass_events() {
        const auto events = work_->take_events();
        if (on_event_) std::ranges::for_each(events, on_event_);
    }

    const Cluster::EventSink on_event_;
    BlockEncoder zero_encoder_;
    std::vector<std::byte> zero_bytes_;
    EncodedBlock zero_;
    std::span<std::byte> free_;
    Result<EncodedBlock> result_{EncodedBlock{}};
    std::shared_ptr<ClusterWork> work_;
    std::vector<NatsSubscription> subscriptions_;
    std::vector<std::jthread> threads_;
    std::jthread sender_;
};

} // namespace

std::uint64_t answer_bytes(std::uint32_t block_size, std::uint32_t blocks) {
    // Stored deflate adds 5 bytes to each 65535, and 6.
    return request_overhead + std::uint64_t{blocks} * (5 + block_size + block_size / 4096 + 64);
}

std::unique_ptr<ClusterEncoders> ClusterEncoders::make(const ClusterEncodersOptions &options, std::shared_ptr<NatsConnection> connection,
                                                       ServerCare care, Cluster::EventSink on_event) {
    return std::make_unique<ClusterEncodersInUse>(options, std::move(connection), std::move(care), std::move(on_event));
}

} // namespace cloop
