// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_work.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <thread>

namespace cloop {

namespace {

using namespace std::chrono_literals;

/// A batch may be in the stream twice, because it is sent again.
constexpr std::size_t most_window_bytes = most_stream_bytes / 2;

} // namespace

ClusterWork::ClusterWork(const ClusterEncodersOptions &options, std::shared_ptr<NatsConnection> connection, ServerCare care)
    : options_(options), job_{random_cluster_id(), options.pipeline.encoding, options.pipeline.block_size}, connection_(std::move(connection)),
      care_(std::move(care)), threads_(std::max(options.pipeline.threads, 1u)), stream_(*connection_, job_.id),
      window_(options.pipeline.block_size, options.blocks_in_batch) {
    fit_window();
}

std::string ClusterWork::stored_subject() const { return "cloop." + to_hex(job_.id) + ".stored"; }

std::span<std::byte> ClusterWork::free_block() {
    const std::lock_guard lock(mutex_);
    const auto block = window_.free_block();
    is_waiting_ = block.empty();
    return block;
}

void ClusterWork::submit(const EncodedBlock *zero) {
    const std::lock_guard lock(mutex_);
    window_.submit(zero);
    has_work_.notify_one();
    has_to_send_.notify_one();
}

bool ClusterWork::is_empty() {
    const std::lock_guard lock(mutex_);
    return window_.is_empty();
}

std::optional<EncodedBlock> ClusterWork::try_next() {
    const std::lock_guard lock(mutex_);
    const EncodedBlock *block = window_.front();
    return block ? std::optional(*block) : std::nullopt;
}

Result<std::optional<EncodedBlock>> ClusterWork::next() {
    std::unique_lock lock(mutex_);
    window_.close();
    is_waiting_ = true;
    has_work_.notify_one();
    has_to_send_.notify_one();
    if (!window_.front() && !failure_) is_done_.wait_for(lock, 200ms);
    if (const EncodedBlock *block = window_.front()) return *block;
    if (failure_) return std::unexpected(*failure_);
    return std::nullopt;
}

void ClusterWork::release() {
    const std::lock_guard lock(mutex_);
    window_.release();
}

std::vector<ClusterEvent> ClusterWork::take_events() {
    const std::lock_guard lock(mutex_);
    return std::exchange(events_, {});
}

void ClusterWork::wake_all() {
    has_work_.notify_all();
    has_to_send_.notify_all();
}

std::vector<Helper> ClusterWork::helpers() {
    const std::lock_guard lock(mutex_);
    return roster_.helpers(ClusterClock::now());
}

void ClusterWork::fail_with(Error error) {
    const std::lock_guard lock(mutex_);
    failure_ = std::move(error);
    is_done_.notify_one();
}

/// Two batches for each one that a worker or a thread holds, so that the reader of the content has something to fill meanwhile.
void ClusterWork::fit_window() {
    const std::size_t bytes = std::size_t{options_.blocks_in_batch} * options_.pipeline.block_size;
    const std::size_t most = std::max<std::size_t>(most_window_bytes / bytes, 4);
    window_.set_capacity(std::clamp<std::size_t>(2 * (roster_.wanted() + threads_) + 4, 4, most));
}

bool ClusterWork::check_one(std::unique_lock<std::mutex> &lock, AnyDecoder &decoder, std::vector<std::byte> &scratch) {
    if (unchecked_.empty()) return false;
    const Unchecked unchecked = std::move(unchecked_.front());
    unchecked_.pop_front();
    lock.unlock();
    Batch &batch = *unchecked.batch;
    const CodecId codec = encoder_info(job_.encoding.encoder).codec.value_or(CodecId::zlib);
    std::vector<EncodedBlock> blocks;
    unsigned wrong = 0;
    bool has_memory = true;
    for (std::size_t i = 0; i < batch.blocks.size() && has_memory; ++i) {
        if (batch.is_zero[i]) continue;
        const Encoded &stored = unchecked.answer.blocks[blocks.size()];
        const auto raw = batch.raw_block(i);
        // Only the job's codec, the stored deflate in its place, and for `best` all that the format allows.
        const bool may_be =
            stored.codec == CodecId::zlib || stored.codec == codec || (job_.encoding.encoder == EncoderId::best && !job_.encoding.for_all_versions);
        const auto decoded = may_be ? decoder.decode(stored.codec, stored.bytes, scratch) : fail(ErrorCode::block_damaged);
        has_memory = decoded || decoded.error().code != ErrorCode::out_of_memory;
        if (!decoded || decoded->stored_size != stored.bytes.size() || std::memcmp(scratch.data(), raw.data(), raw.size()) != 0) ++wrong;
        blocks.push_back({stored, hash_block(raw)});
    }
    lock.lock();
    if (wrong > 0) {
        window_.return_to_waiting(batch);
        if (has_memory)
            if (auto event = roster_.blame(unchecked.answer.worker, wrong)) events_.push_back(std::move(*event));
        has_to_send_.notify_one();
        has_work_.notify_one();
    } else {
        batch.is_answered = false;
        roster_.credit(unchecked.answer.worker, blocks.size() * std::uint64_t{job_.block_size});
        window_.finish(batch, blocks, unchecked.message, true, ClusterClock::now());
        is_done_.notify_one();
        has_to_send_.notify_one();
    }
    return true;
}

/// Encodes the oldest batch that waits. Between blocks it checks what came meanwhile, so that no worker's batch waits for a long one of ours.
bool ClusterWork::encode_one(std::unique_lock<std::mutex> &lock, std::optional<BlockEncoder> &encoder, const std::stop_token &stop,
                             AnyDecoder &decoder, std::vector<std::byte> &scratch) {
    if (!options_.works_here && !is_alone_) return false;
    const BatchPtr batch = window_.take_here(ClusterClock::now(), is_waiting_ && !window_.has_waiting());
    if (!batch) return false;
    has_to_send_.notify_one();
    lock.unlock();
    if (!encoder) encoder.emplace(job_.encoding, job_.block_size);
    auto memory = std::make_shared<std::vector<std::vector<std::byte>>>();
    std::vector<EncodedBlock> blocks;
    for (std::size_t i = 0; i < batch->blocks.size(); ++i) {
        if (batch->is_zero[i]) continue;
        const auto raw = batch->raw_block(i);
        const Encoded encoded = encoder->encode(raw);
        memory->emplace_back(encoded.bytes.begin(), encoded.bytes.end());
        blocks.push_back({{encoded.codec, memory->back()}, hash_block(raw)});
        lock.lock();
        while (check_one(lock, decoder, scratch)) {
        }
        const bool is_useless = batch->is_done || stop.stop_requested();
        lock.unlock();
        if (is_useless) break;
    }
    lock.lock();
    if (blocks.size() == batch->work()) window_.finish(*batch, blocks, std::move(memory), false, ClusterClock::now());
    batch->is_taken = false;
    is_done_.notify_one();
    return true;
}

void ClusterWork::work(const std::stop_token &stop) noexcept try {
    std::optional<BlockEncoder> encoder;
    AnyDecoder decoder;
    std::vector<std::byte> scratch(job_.block_size);
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested() && !failure_) {
        if (check_one(lock, decoder, scratch)) continue;
        if (encode_one(lock, encoder, stop, decoder, scratch)) continue;
        // By the clock too, because an answer becomes late without a notice.
        has_work_.wait_for(lock, 200ms);
    }
} catch (const std::bad_alloc &) {
    fail_with({.code = ErrorCode::out_of_memory});
}

void ClusterWork::take_hello() {
    const std::lock_guard lock(mutex_);
    is_greeted_ = true;
    has_to_send_.notify_one();
}

void ClusterWork::take_presence(const NatsMessage &message) {
    const auto presence = parse_presence(bytes_of(message));
    if (!presence || presence->job != job_.id) return;
    bool is_shut_out = false;
    {
        const std::lock_guard lock(mutex_);
        if (auto event = roster_.note(*presence, ClusterClock::now())) events_.push_back(std::move(*event));
        is_shut_out = roster_.is_shut_out(presence->worker);
        fit_window();
        has_to_send_.notify_one();
    }
    // The receipts for its answers came before these were checked, and it gets no request any more.
    if (is_shut_out && !presence->is_leaving) say_receipt(presence->worker, {.is_shut_out = true});
}

void ClusterWork::say_receipt(const ClusterId &worker, const Receipt &receipt) {
    connection_->publish(receipt_subject(job_.id, worker), to_bytes(receipt));
}

void ClusterWork::take_answer(NatsMessage message) {
    auto answer = parse_answer(bytes_of(message));
    if (!answer || answer->job != job_.id) return;
    const ClusterId worker = answer->worker;
    Receipt receipt{.number = answer->number};
    {
        const std::lock_guard lock(mutex_);
        const bool is_shut_out = roster_.is_shut_out(worker);
        const BatchPtr batch = window_.awaiting(answer->number);
        if (batch && !is_shut_out && answer->blocks.size() == batch->work()) {
            unchecked_.push_back({batch, std::make_shared<NatsMessage>(std::move(message)), std::move(*answer)});
            batch->is_answered = true;
            has_work_.notify_one();
        } else if (batch) {
            // At once, because perhaps nobody else works on it.
            window_.return_to_waiting(*batch);
            if (auto event = is_shut_out ? std::nullopt : roster_.blame(worker, 1)) events_.push_back(std::move(*event));
            has_to_send_.notify_one();
            has_work_.notify_one();
        }
        receipt.is_shut_out = roster_.is_shut_out(worker);
    }
    say_receipt(worker, receipt);
}

/// The stream has, or refuses, what was published.
void ClusterWork::take_stored(const NatsMessage &message) {
    const auto bytes = bytes_of(message);
    const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    if (!natsMsg_IsNoResponders(message.get()) && text.find("\"error\"") == std::string_view::npos) return;
    const std::string_view subject = natsMsg_GetSubject(message.get());
    const std::uint64_t number = std::strtoull(subject.data() + subject.rfind('.') + 1, nullptr, 10);
    const std::lock_guard lock(mutex_);
    is_stream_lost_ = true;
    if (const BatchPtr batch = window_.awaiting(number)) window_.return_to_waiting(*batch);
}

void ClusterWork::say_notice(bool is_over) {
    Notice notice{.job = job_,
                  .is_over = is_over,
                  .takes_any_version = options_.takes_any_version,
                  .blocks_in_request = options_.blocks_in_batch,
                  .versions = encoder_versions()};
    {
        const std::lock_guard lock(mutex_);
        notice.done_below = window_.done_below();
    }
    connection_->publish(notice_subject, to_bytes(notice));
}

void ClusterWork::care_for_server() {
    const auto now = ClusterClock::now();
    const bool is_restarted = care_ && care_();
    const bool is_connected = connection_->is_connected();
    const std::uint64_t reconnects = connection_->reconnects();
    if (const auto permitted = connection_->check(); !permitted) fail_with(permitted.error());
    bool wants_stream = false, is_greeted = false;
    {
        const std::lock_guard lock(mutex_);
        is_greeted = std::exchange(is_greeted_, false);
        if (is_restarted) events_.push_back({ClusterEvent::Kind::server_restarted});
        if (is_connected) connected_ = now;
        if (std::exchange(reconnects_, reconnects) != reconnects) is_stream_lost_ = true;
        // Workers that find no stream say nothing, and while nobody works, no request shows that it is gone.
        if (roster_.wanted() == 0 && now - ensured_ > 2s) is_stream_lost_ = true;
        const bool is_alone = now - connected_ > 8s;
        if (is_alone != is_alone_) {
            events_.push_back({is_alone ? ClusterEvent::Kind::alone : ClusterEvent::Kind::not_alone});
            is_alone_ = is_alone;
            has_work_.notify_all();
        }
        wants_stream = is_connected && is_stream_lost_ && now - ensured_ > 500ms;
        if (wants_stream) {
            ensured_ = now;
            is_stream_lost_ = false;
        }
    }
    if (wants_stream) {
        const auto made = stream_.ensure();
        const std::lock_guard lock(mutex_);
        if (!made) is_stream_lost_ = true;
        else if (*made) window_.return_all_sent();
    }
    if (is_connected && (is_greeted || now - noticed_ > 500ms)) {
        noticed_ = now;
        say_notice(false);
    }
}

void ClusterWork::care_for_helpers() {
    const auto now = ClusterClock::now();
    const std::lock_guard lock(mutex_);
    for (auto &event : roster_.drop_silent(now)) events_.push_back(std::move(event));
    if (roster_.wanted() > 0 || options_.works_here || is_alone_) {
        helped_ = now;
    } else if (now - helped_ > 10s && helped_ != ClusterClock::time_point::max()) {
        events_.push_back({ClusterEvent::Kind::nobody});
        helped_ = ClusterClock::time_point::max();  // said once, until somebody comes
    }
    fit_window();
}

void ClusterWork::send(const std::stop_token &stop) noexcept {
    while (!stop.stop_requested()) try {
            care_for_server();
            care_for_helpers();
            BatchPtr batch;
            const bool is_connected = connection_->is_connected();
            {
                std::unique_lock lock(mutex_);
                const auto now = ClusterClock::now();
                if (is_connected && !is_stream_lost_ && window_.count_away(now) < roster_.wanted())
                    batch = window_.take_to_send(now, is_waiting_ && !window_.has_waiting());
                if (!batch) has_to_send_.wait_for(lock, 100ms);
            }
            if (!batch) continue;
            Request request{.job = job_, .number = batch->number};
            for (std::size_t i = 0; i < batch->blocks.size(); ++i)
                if (!batch->is_zero[i]) request.blocks.push_back(batch->raw_block(i));
            connection_->publish(request_subject(job_.id), to_bytes(request), stored_subject() + "." + std::to_string(batch->number));
        } catch (const std::bad_alloc &) {
            // What is late is sent again.
            std::this_thread::sleep_for(100ms);
        }
    try {
        if (!connection_->is_connected()) return;
        say_notice(true);
        stream_.remove();
        connection_->flush();
    } catch (const std::bad_alloc &) {
        // Workers leave because no notice comes any more.
    }
}

} // namespace cloop
