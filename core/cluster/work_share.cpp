// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/work_share.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <list>
#include <map>
#include <mutex>
#include <thread>

namespace cloop {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// The maker's notices come twice a second; after such a silence it is gone. While the server is away, nobody can be heard.
constexpr auto longest_maker_silence = 6s;
constexpr auto longest_server_silence = 30s;
/// An answer without a receipt is sent again.
constexpr auto receipt_patience = 4s;
/// More requests than these for a thread would only lie here.
constexpr unsigned most_held_by_thread = 8;

} // namespace

/// Shared with libnats's threads. Requests move from `waiting_` over a thread to `answered_`, and leave with the maker's receipt.
class WorkShare::State {
public:
    State(std::shared_ptr<NatsConnection> connection, WorkQueue queue, const Notice &notice, const ClusterId &worker, std::string name,
          unsigned threads, std::uint64_t most_memory)
        : connection_(std::move(connection)), queue_(std::move(queue)), job_(notice.job), worker_(worker), name_(std::move(name)), threads_(threads),
          wanted_(2 * threads) {
        const std::uint64_t request = std::uint64_t{notice.blocks_in_request} * job_.block_size;
        const std::uint64_t for_requests = most_memory - std::min(most_memory, threads * encoder_memory(job_.block_size));
        most_wanted_ = std::clamp<std::uint64_t>(for_requests / (2 * request), threads + 1, std::uint64_t{threads} * most_held_by_thread);
        wanted_ = std::min(wanted_, static_cast<unsigned>(most_wanted_));
    }

    void fetch(const std::stop_token &stop);
    void encode(const std::stop_token &stop);
    void take_receipt(const NatsMessage &message);
    void note(const Notice &notice);
    ShareEnd care();
    void leave();
    void say_presence(bool is_leaving);

    bool is_slow() const { return job_.block_size >= 1u << 20; }
    const NatsConnection &connection() const { return *connection_; }
    std::uint64_t encoded_bytes() {
        const std::lock_guard lock(mutex_);
        return encoded_bytes_;
    }
    void wake() {
        has_request_.notify_all();
        has_room_.notify_all();
    }

private:
    /// A request that this worker holds; its message is acknowledged when the maker has the answer.
    struct Held {
        NatsMessage message;
        Request request;               ///< its bytes lie in the message
        std::shared_ptr<const std::vector<std::byte>> answer{};
        Clock::time_point answered{};
    };
    using HeldList = std::list<Held>;  ///< they move from list to list, and their addresses stay

    std::size_t count_held() const { return waiting_.size() + working_.size(); }
    void acknowledge(HeldList &list, HeldList::iterator held) {
        natsMsg_Ack(held->message.get(), nullptr);
        list.erase(held);
    }

    const std::shared_ptr<NatsConnection> connection_;
    WorkQueue queue_;  ///< for the fetching thread
    const ClusterJob job_;
    const ClusterId worker_;
    const std::string name_;
    const unsigned threads_;

    std::mutex mutex_;  ///< guards what follows, and all calls with a held message
    std::condition_variable has_request_, has_room_;
    HeldList waiting_, working_, answered_;
    unsigned wanted_;
    std::uint64_t most_wanted_ = 1;
    unsigned plenty_ = 0;  ///< how often in a row a thread found more waiting than there are threads
    std::uint64_t done_below_ = 0;
    std::uint64_t encoded_bytes_ = 0;
    bool is_shut_out_ = false, is_over_ = false, was_connected_ = true;
    Clock::time_point heard_ = Clock::now(), cared_ = Clock::now(), said_alive_ = Clock::now(), said_presence_{};
};

void WorkShare::State::fetch(const std::stop_token &stop) {
    while (!stop.stop_requested()) {
        int room = 0;
        {
            std::unique_lock lock(mutex_);
            if (count_held() >= wanted_) has_room_.wait_for(lock, 200ms);
            room = static_cast<int>(wanted_) - static_cast<int>(count_held());
        }
        if (room <= 0) continue;
        if (!connection_->is_connected()) {
            std::this_thread::sleep_for(100ms);
            continue;
        }
        const auto asked = Clock::now();
        auto messages = queue_.fetch(room, 500ms);
        // The stream is away, as after the server's restart, and fetch() returns at once.
        if (messages.empty() && Clock::now() - asked < 50ms) std::this_thread::sleep_for(100ms);
        const std::lock_guard lock(mutex_);
        for (NatsMessage &message : messages) {
            auto request = parse_request(bytes_of(message));
            const auto is_same = [&](const Held &held) { return request->number == held.request.number; };
            // What is not of this job, or here already, is not wanted from this worker.
            if (!request || request->job != job_ || std::ranges::any_of(waiting_, is_same) || std::ranges::any_of(working_, is_same) ||
                std::ranges::any_of(answered_, is_same)) {
                natsMsg_Ack(message.get(), nullptr);
                continue;
            }
            waiting_.push_back({std::move(message), std::move(*request)});
            has_request_.notify_one();
        }
    }
}

void WorkShare::State::encode(const std::stop_token &stop) {
    BlockEncoder encoder(job_.encoding, job_.block_size);
    std::vector<std::vector<std::byte>> stored;
    bool has_worked = false;
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
        while (!waiting_.empty() && waiting_.front().request.number < done_below_) acknowledge(waiting_, waiting_.begin());
        if (waiting_.empty()) {
            // Holding more would have kept this thread busy.
            if (std::exchange(has_worked, false) && wanted_ < most_wanted_) ++wanted_;
            plenty_ = 0;
            has_room_.notify_one();
            has_request_.wait_for(lock, 200ms);
            continue;
        }
        constexpr unsigned long_plenty = 32;
        if (waiting_.size() > threads_ && ++plenty_ > long_plenty && wanted_ > 2 * threads_) {
            --wanted_;
            plenty_ = 0;
        }
        working_.splice(working_.end(), waiting_, waiting_.begin());
        const auto held = std::prev(working_.end());
        has_room_.notify_one();
        lock.unlock();
        has_worked = true;

        Answer answer{.job = job_.id, .worker = worker_, .number = held->request.number};
        const auto &blocks = held->request.blocks;
        stored.resize(std::max(stored.size(), blocks.size()));
        for (std::size_t i = 0; i < blocks.size() && !stop.stop_requested(); ++i) {
            const Encoded encoded = encoder.encode(blocks[i]);
            stored[i].assign(encoded.bytes.begin(), encoded.bytes.end());
            answer.blocks.push_back({encoded.codec, stored[i]});
        }
        const bool is_whole = answer.blocks.size() == blocks.size();
        if (!is_whole || stop.stop_requested()) return;  // leave() gives it back
        const auto bytes = std::make_shared<const std::vector<std::byte>>(to_bytes(answer));

        lock.lock();
        held->answer = bytes;
        held->answered = Clock::now();
        encoded_bytes_ += blocks.size() * std::uint64_t{job_.block_size};
        answered_.splice(answered_.end(), working_, held);
        // On a slow network this takes a while, in which the other threads go on.
        lock.unlock();
        connection_->publish(answer_subject(job_.id), *bytes);
        lock.lock();
    }
}

void WorkShare::State::take_receipt(const NatsMessage &message) {
    const auto receipt = parse_receipt(bytes_of(message));
    if (!receipt) return;
    const std::lock_guard lock(mutex_);
    heard_ = Clock::now();
    is_shut_out_ = is_shut_out_ || receipt->is_shut_out;
    if (!receipt->number) return;
    const auto held = std::ranges::find_if(answered_, [&](const Held &one) { return one.request.number == *receipt->number; });
    if (held != answered_.end()) acknowledge(answered_, held);
}

void WorkShare::State::note(const Notice &notice) {
    const std::lock_guard lock(mutex_);
    heard_ = Clock::now();
    is_over_ = is_over_ || notice.is_over;
    done_below_ = std::max(done_below_, notice.done_below);
}

void WorkShare::State::say_presence(bool is_leaving) {
    Presence presence{.job = job_.id, .worker = worker_, .name = name_, .threads = static_cast<std::uint16_t>(threads_), .is_leaving = is_leaving};
    {
        const std::lock_guard lock(mutex_);
        presence.wanted = static_cast<std::uint16_t>(wanted_);
    }
    connection_->publish(presence_subject(job_.id), to_bytes(presence));
}

ShareEnd WorkShare::State::care() {
    const auto now = Clock::now();
    const bool is_connected = connection_->is_connected();
    std::vector<std::shared_ptr<const std::vector<std::byte>>> unconfirmed;
    {
        const std::lock_guard lock(mutex_);
        if (is_shut_out_) return ShareEnd::shut_out;
        if (is_over_) return ShareEnd::job_over;
        // While this worker was cut off, or stood still, it could hear nobody.
        const bool was_connected = std::exchange(was_connected_, is_connected), stood_still = now - std::exchange(cared_, now) > 1s;
        if (is_connected && (!was_connected || stood_still)) heard_ = now;
        if (now - heard_ > (is_connected ? longest_maker_silence : longest_server_silence)) return ShareEnd::maker_gone;
        if (is_connected && now - said_alive_ > ack_wait / 3) {
            said_alive_ = now;
            for (HeldList *list : {&waiting_, &working_, &answered_})
                for (Held &held : *list) natsMsg_InProgress(held.message.get(), nullptr);
        }
        for (Held &held : answered_) {
            if (!is_connected || now - held.answered < receipt_patience) continue;
            held.answered = now;
            unconfirmed.push_back(held.answer);
        }
    }
    for (const auto &answer : unconfirmed) connection_->publish(answer_subject(job_.id), *answer);
    if (is_connected && now - said_presence_ > 500ms) {
        said_presence_ = now;
        say_presence(false);
    }
    return ShareEnd::none;
}

void WorkShare::State::leave() {
    {
        const std::lock_guard lock(mutex_);
        for (HeldList *list : {&waiting_, &working_})
            for (Held &held : *list) natsMsg_Nak(held.message.get(), nullptr);
        waiting_.clear();
        answered_.clear();
        // What is being worked on stays until its thread has ended.
    }
    say_presence(true);
    if (connection_->is_connected()) connection_->flush();
}

/// Beside the state, because libnats's threads must not join these.
class WorkShareThreads {
public:
    std::jthread fetcher;
    std::vector<std::jthread> encoders;
    NatsSubscription receipts;
};

WorkShare::WorkShare(std::shared_ptr<NatsConnection> connection, WorkQueue queue, const Notice &notice, const ClusterId &worker, std::string name,
                     unsigned threads, std::uint64_t most_memory)
    : state_(std::make_shared<State>(std::move(connection), std::move(queue), notice, worker, std::move(name), threads, most_memory)),
      threads_(std::make_unique<WorkShareThreads>()) {
    if (auto receipts = state_->connection().subscribe(receipt_subject(notice.job.id, worker),
                                                       [state = state_](const NatsMessage &message) { state->take_receipt(message); }))
        threads_->receipts = std::move(*receipts);
    threads_->fetcher = std::jthread([state = state_](const std::stop_token &stop) { state->fetch(stop); });
    for (unsigned i = 0; i < threads; ++i) threads_->encoders.emplace_back([state = state_](const std::stop_token &stop) { state->encode(stop); });
}

WorkShare::~WorkShare() {
    threads_->fetcher.request_stop();
    for (auto &thread : threads_->encoders) thread.request_stop();
    state_->wake();
    // A large block takes seconds. The destructor does not wait for it: the thread ends by itself, and frees all that it uses.
    if (state_->is_slow())
        for (auto &thread : threads_->encoders) thread.detach();
    threads_->encoders.clear();
    // Else it would fetch at once what is given back.
    threads_->fetcher.join();
    state_->leave();
}

void WorkShare::note(const Notice &notice) { state_->note(notice); }
ShareEnd WorkShare::care() { return state_->care(); }
std::uint64_t WorkShare::encoded_bytes() const { return state_->encoded_bytes(); }

} // namespace cloop
