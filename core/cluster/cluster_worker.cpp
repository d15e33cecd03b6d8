// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_worker.h"

#include "cluster/work_share.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <set>
#include <thread>

namespace cloop {

namespace {

using namespace std::chrono_literals;
using WorkerClock = std::chrono::steady_clock;

/// Notices, from libnats's thread to the worker's.
struct NoticeBox {
    std::mutex mutex;
    std::condition_variable_any has_come;
    std::deque<ParsedNotice> notices;

    void put(ParsedNotice notice) {
        constexpr std::size_t most = 64;
        const std::lock_guard lock(mutex);
        if (notices.size() < most) notices.push_back(std::move(notice));
        has_come.notify_one();
    }
    std::optional<ParsedNotice> take(const std::stop_token &stop) {
        std::unique_lock lock(mutex);
        if (!has_come.wait_for(lock, stop, 200ms, [this] { return !notices.empty(); })) return std::nullopt;
        ParsedNotice notice = std::move(notices.front());
        notices.pop_front();
        return notice;
    }
};

std::string encoder_words(const Encoding &encoding) {
    const EncoderInfo &info = encoder_info(encoding.encoder);
    return std::string(info.name) + (info.lowest_level < info.highest_level ? " " + std::to_string(encoding.level) : std::string());
}

/// One connection's life.
class Worker {
public:
    Worker(std::shared_ptr<NatsConnection> connection, const WorkerOptions &options, const std::function<void(const WorkerState &)> &on_state,
           const std::stop_token &stop)
        : connection_(std::move(connection)), options_(options), on_state_(on_state), stop_(stop) {}

    /// Until a stop, the end of the only job, or the end of the connection. Returns whether there is nothing more to do.
    /// Error: cluster_not_permitted.
    Result<bool> run() {
        const auto box = std::make_shared<NoticeBox>();
        const auto subscription = connection_->subscribe(notice_subject, [box](const NatsMessage &message) {
            if (auto notice = parse_notice(bytes_of(message))) box->put(std::move(*notice));
        });
        if (!subscription) return false;
        connection_->publish(hello_subject, {});
        while (!stop_.stop_requested() && !connection_->is_closed()) {
            if (const auto parsed = box->take(stop_)) take(*parsed);
            CLOOP_TRY(connection_->check());
            if (share_) care();
            if (has_finished_ && options_.ends_after_one_job) return true;
            say();
        }
        return stop_.stop_requested();
    }

private:
    void take(const ParsedNotice &parsed) {
        const Notice &notice = parsed.notice;
        if (share_ && notice.job.id == job_.id) return share_->note(notice);
        if (!share_ && notice.is_over && notice.job.id == job_.id) state_.kind = WorkerState::Kind::waiting;
        if (share_ || notice.is_over || done_.contains(notice.job.id)) return;
        job_ = notice.job;
        const unsigned threads = threads_for(notice);
        const Refusal refusal = !parsed.is_known                                                     ? Refusal::unknown_encoder
                                : !notice.takes_any_version && notice.versions != encoder_versions() ? Refusal::other_versions
                                : threads == 0                                                       ? Refusal::too_little_memory
                                                                                                     : Refusal::none;
        if (refusal != Refusal::none) {
            connection_->publish(presence_subject(notice.job.id),
                                 to_bytes(Presence{.job = notice.job.id, .worker = id_, .name = options_.name, .refusal = refusal}));
            leave_alone(notice.job.id);
            change({.kind = WorkerState::Kind::refusing, .refusal = refusal});
            return;
        }
        auto queue = WorkQueue::open(*connection_, notice.job.id);
        // The stream is about to be made, or gone: the next notice tells.
        if (!queue) return;
        begun_ = WorkerClock::now();
        share_.emplace(connection_, std::move(*queue), notice, id_, options_.name, threads, options_.most_memory);
    }

    void care() {
        const ShareEnd end = share_->care();
        state_ = {.kind = WorkerState::Kind::working, .encoder = encoder_words(job_.encoding), .bytes = share_->encoded_bytes()};
        const double seconds = std::chrono::duration<double>(WorkerClock::now() - begun_).count();
        state_.bytes_per_second = seconds > 0 ? static_cast<double>(state_.bytes) / seconds : 0;
        if (end == ShareEnd::none) return;
        share_.reset();
        // A maker that was killed can't take its stream along. If it lives, and only the network was cut, it makes another, and is joined anew.
        if (end != ShareEnd::maker_gone) leave_alone(job_.id);
        else if (connection_->is_connected()) remove_stream(*connection_, job_.id);
        has_finished_ = true;
        WorkerState last = state_;
        last.kind = end == ShareEnd::shut_out ? WorkerState::Kind::shut_out : WorkerState::Kind::finished;
        change(last);
        state_ = {.kind = WorkerState::Kind::waiting};
    }

    void say() {
        if (!share_ && !connection_->is_connected()) state_.kind = WorkerState::Kind::reaching;
        else if (!share_ && state_.kind != WorkerState::Kind::refusing) state_.kind = WorkerState::Kind::waiting;
        const auto now = WorkerClock::now();
        if (now - said_ < 500ms) return;
        said_ = now;
        on_state_(state_);
    }

    void change(const WorkerState &state) {
        state_ = state;
        on_state_(state);
    }

    /// Jobs that this worker has left. Bounded, because a server lives long.
    void leave_alone(const ClusterId &job) {
        constexpr std::size_t most = 1000;
        if (done_.size() >= most) done_.clear();
        done_.insert(job);
    }

    unsigned threads_for(const Notice &notice) const {
        const std::uint64_t request = std::uint64_t{notice.blocks_in_request} * notice.job.block_size;
        const std::uint64_t each = encoder_memory(notice.job.block_size) + 4 * request;
        return static_cast<unsigned>(std::min<std::uint64_t>(options_.threads, options_.most_memory / each));
    }

    const std::shared_ptr<NatsConnection> connection_;
    const WorkerOptions &options_;
    const std::function<void(const WorkerState &)> &on_state_;
    const std::stop_token stop_;
    const ClusterId id_ = random_cluster_id();
    std::set<ClusterId> done_;
    ClusterJob job_;
    std::optional<WorkShare> share_;
    WorkerClock::time_point begun_{}, said_{};
    WorkerState state_{};
    bool has_finished_ = false;
};

} // namespace

// Measured: deflate 12 takes 9 MB, and `best` at 64 KiB less than 16 MiB; liblzma's match finder takes 11 times its dictionary, which is a block.
std::uint64_t encoder_memory(std::uint32_t block_size) { return (16u << 20) + 16 * std::uint64_t{block_size}; }

Status run_cluster_worker(const ClusterUrl &url, const WorkerOptions &options, const std::function<void(const WorkerState &)> &on_state,
                          const std::stop_token &stop) {
    std::mutex mutex;
    std::condition_variable_any never;
    while (!stop.stop_requested()) {
        auto connection = NatsConnection::connect(url, options.name);
        if (connection) {
            const auto shared = std::make_shared<NatsConnection>(std::move(*connection));
            const auto is_done = Worker(shared, options, on_state, stop).run();
            shared->close();
            if (!is_done) return std::unexpected(is_done.error());
            if (*is_done) return {};
        } else if (connection.error().code != ErrorCode::cluster_unreachable) {
            return std::unexpected(connection.error());
        } else {
            on_state({.kind = WorkerState::Kind::reaching});
        }
        std::unique_lock lock(mutex);
        never.wait_for(lock, stop, 1s, [] { return false; });
    }
    return {};
}

} // namespace cloop
