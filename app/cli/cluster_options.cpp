// SPDX-License-Identifier: GPL-3.0-or-later
// --cluster of create and convert.
#include "arguments.h"
#include "cluster_request.h"
#include "source_options.h"

#ifdef CLOOPSMITH_CLUSTER
#include "cluster/cluster.h"
#include "text/cluster_texts.h"
#include "text/error_texts.h"
#endif

#include <algorithm>
#include <charconv>
#include <span>

namespace cloop::cli {

std::vector<std::string> words_of_line(int argc, char **argv) {
    std::vector<std::string> words;
    for (const char *word : std::span(argv, static_cast<std::size_t>(argc)).subspan(argc > 0 ? 1 : 0)) {
        const std::string_view text = word;
        if (!words.empty() && words.back() == "--cluster" && (text.starts_with("nats://") || text.starts_with("tls://")))
            words.back() += "=" + std::string(text);
        else words.emplace_back(text);
    }
    return words;
}

namespace {

#ifdef CLOOPSMITH_CLUSTER

/// "ADDRESS", "ADDRESS:PORT", "[::]:PORT".
bool parse_listen(std::string_view text, ClusterOptions &options) {
    std::string_view port;
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos) return false;
        port = text.substr(end + 1);
        text = text.substr(1, end - 1);
    } else if (std::ranges::count(text, ':') == 1) {
        port = text.substr(text.find(':'));
        text = text.substr(0, text.find(':'));
    }
    if (text.empty() || text.find_first_not_of("0123456789abcdefABCDEF.:") != std::string_view::npos) return false;
    options.listen = text;
    if (port.empty()) return true;
    const char *end = port.data() + port.size();
    const auto [stop, error] = std::from_chars(port.data() + 1, end, options.port);
    return port.front() == ':' && error == std::errc() && stop == end && options.port != 0;
}

Result<std::shared_ptr<void>> start_cluster(const ClusterRequest &request, CreateOptions &options, Session &session) {
    ClusterOptions wanted{.works_here = !request.no_local, .takes_any_version = request.any_version};
    if (request.server != "true") {
        CLOOP_LET(url, ClusterUrl::parse(request.server));
        wanted.server = url;
        if (!request.listen.empty()) return invalid(tr("--listen belongs to a server of our own, which --cluster=URL does not start"));
    } else if (!request.listen.empty() && !parse_listen(request.listen, wanted)) {
        return invalid(
            filled_in(tr("--listen takes an address of this computer such as 0.0.0.0 or 192.168.1.2:4222, which %1 is not"), request.listen, {}));
    }
    CLOOP_LET(started, Cluster::start(wanted, options.block_size, session.stop));
    const std::shared_ptr<Cluster> cluster = std::move(started);
    if (!wanted.server) session.print_aside(tr("On each other computer:") + ("\n\n    cloop worker " + cluster->worker_url()) + "\n\n");
    options.make_encoders = [cluster, &session](const PipelineOptions &pipeline) {
        return cluster->encoders(pipeline, [&session](const ClusterEvent &event) { session.warn(sentence(event)); });
    };
    return cluster;
}

#else

Result<std::shared_ptr<void>> start_cluster(const ClusterRequest &, CreateOptions &, Session &) { return fail(ErrorCode::cluster_not_built_in); }

#endif

} // namespace

void add_cluster_options(CLI::App &command, ClusterRequest &request) {
    takes(command.add_flag("--cluster", request.server, tr("Use other computers too, by the NATS server at URL, or by one of our own")), value::url);
    takes(command.add_option("--listen", request.listen, tr("Where our own server listens: 0.0.0.0 on all interfaces (default 127.0.0.1)")),
          value::address);
    command.add_flag("--no-local", request.no_local, tr("With --cluster: only other computers encode"));
    command.add_flag("--any-version", request.any_version, tr("With --cluster: also computers whose encoders may write other bytes"));
}

Result<std::shared_ptr<void>> use_cluster(const ClusterRequest &request, CreateOptions &options, Session &session) {
    if (!request.server.empty()) return start_cluster(request, options, session);
    if (request.listen.empty() && !request.no_local && !request.any_version) return nullptr;
    return invalid(tr("--listen, --no-local and --any-version belong to --cluster"));
}

} // namespace cloop::cli
