// SPDX-License-Identifier: GPL-3.0-or-later
// cloop worker
#include "arguments.h"
#include "session.h"

#ifdef CLOOPSMITH_CLUSTER
#include "cluster/cluster_worker.h"
#include "text/error_texts.h"
#include "text/quantities.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#endif

namespace cloop::cli {

namespace {

struct WorkerRequest {
    std::string url;
    std::string max_memory;
    int nice = 10;
    bool once = false;
};

#ifdef CLOOPSMITH_CLUSTER

std::string line_of(const WorkerState &state) {
    using Kind = WorkerState::Kind;
    switch (state.kind) {
    case Kind::reaching: return tr("the server does not answer; trying again");
    case Kind::waiting: return tr("waiting for work");
    case Kind::working:
        return filled_in(tr("encodes with %1: %2"), state.encoder,
                         size_text(state.bytes) + ", " + size_text(static_cast<std::uint64_t>(state.bytes_per_second)) + "/s");
    case Kind::finished: return filled_in(tr("finished: %1 with %2"), size_text(state.bytes), state.encoder);
    case Kind::shut_out: return tr("shut out, because blocks from here were wrong. Check the memory of this computer");
    case Kind::refusing:
        if (state.refusal == Refusal::other_versions)
            return tr("not helping, because the encoders here have other versions than there (cloop --version shows them)");
        if (state.refusal == Refusal::unknown_encoder) return tr("not helping, because this program lacks the encoder");
        return tr("not helping, because blocks of that size need more than --max-memory");
    }
    return {};
}

/// One line: rewritten on a terminal; elsewhere a new one when what is done changes, without the numbers.
class WorkerLine {
public:
    ~WorkerLine() {
        if (is_terminal_ && has_line_) std::fputs("\n", stderr);
    }
    void show(const WorkerState &state) {
        const bool is_new = !has_line_ || state.kind != last_ || state.kind == WorkerState::Kind::refusing;
        const bool is_lasting =
            state.kind != WorkerState::Kind::waiting && state.kind != WorkerState::Kind::working && state.kind != WorkerState::Kind::reaching;
        if (!is_terminal_ && (!is_new || is_said_refusing(state))) return;
        if (is_terminal_) std::fprintf(stderr, "\r\033[K%s%s", line_of(state).c_str(), is_lasting && is_new && !is_said_refusing(state) ? "\n" : "");
        else std::fprintf(stderr, "cloop: %s.\n", line_of(state).c_str());
        std::fflush(stderr);
        last_ = state.kind;
        has_line_ = true;
    }

private:
    bool is_said_refusing(const WorkerState &state) const { return has_line_ && state.kind == last_ && state.kind == WorkerState::Kind::refusing; }

    const bool is_terminal_ = ::isatty(STDERR_FILENO) == 1;
    bool has_line_ = false;
    WorkerState::Kind last_ = WorkerState::Kind::reaching;
};

/// Half of the computer's memory, or of what a program can address.
std::uint64_t usual_memory() {
    const std::uint64_t memory = static_cast<std::uint64_t>(::sysconf(_SC_PHYS_PAGES)) * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    return std::min<std::uint64_t>(memory, SIZE_MAX) / 2;
}

std::string computer_name() {
    char name[256] = {};
    return ::gethostname(name, sizeof name - 1) == 0 ? name : "";
}

int run_worker(const WorkerRequest &request, Session &session) {
    const auto refuse = [&](std::string sentence) { return session.fail({.code = ErrorCode::invalid_option, .detail = std::move(sentence)}); };
    const auto url = ClusterUrl::parse(request.url);
    if (!url) return session.fail(url.error());
    WorkerOptions options{.name = computer_name(), .threads = session.threads, .most_memory = usual_memory(), .ends_after_one_job = request.once};
    if (!request.max_memory.empty()) {
        const auto size = parse_size(request.max_memory);
        if (!size) return refuse(filled_in(tr("--max-memory takes a size such as 512M, which %1 is not"), request.max_memory, {}));
        options.most_memory = *size;
    }
    if (::setpriority(PRIO_PROCESS, 0, request.nice) != 0) return session.fail(system_error(errno, ErrorCode::system, "--nice"));
    WorkerLine line;
    const auto done = run_cluster_worker(*url, options, [&](const WorkerState &state) { line.show(state); }, session.stop);
    if (!done) return session.fail(done.error());
    return session.stop.stop_requested() ? exit_stopped : exit_fine;
}

#else

int run_worker(const WorkerRequest &, Session &session) { return session.fail({.code = ErrorCode::cluster_not_built_in}); }

#endif

} // namespace

void add_worker(CLI::App &root, Session &session) {
    auto request = std::make_shared<WorkerRequest>();
    CLI::App *command = root.add_subcommand("worker", tr("Encode blocks for cloop create --cluster on another computer"));
    takes(command->add_option("url", request->url, tr("As that command prints it: nats://TOKEN@HOST:PORT#FINGERPRINT; or in CLOOP_CLUSTER")),
          value::url)
        ->envname("CLOOP_CLUSTER")
        ->required();
    add_threads(*command, session);
    takes_number(command->add_option("--nice", request->nice, tr("From 0, as urgent as other programs, to 19 (default 10)")), 0, 19);
    takes(command->add_option("--max-memory", request->max_memory, tr("Take no more than about this much (default: half of the memory)")),
          value::size);
    command->add_flag("--once", request->once, tr("End after one job"));
    command->callback([request, &session] { session.action = [request, &session] { return run_worker(*request, session); }; });
}

} // namespace cloop::cli
