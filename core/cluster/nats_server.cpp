// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/nats_server.h"

#include "cluster/cluster_messages.h"
#include "cluster/work_stream.h"
#include "file/file_io.h"

#include <fcntl.h>
#include <sys/mman.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

namespace cloop {

namespace {

/// nats-server lies in /usr/sbin, which is not on every path.
std::string find_server() {
    const char *path = std::getenv("PATH");
    std::string folders = std::string(path ? path : "") + ":/usr/local/sbin:/usr/sbin";
    for (std::size_t begin = 0; begin <= folders.size();) {
        const std::size_t end = std::min(folders.find(':', begin), folders.size());
        const std::string file = folders.substr(begin, end - begin) + "/nats-server";
        if (end > begin && ::access(file.c_str(), X_OK) == 0) return file;
        begin = end + 1;
    }
    return {};
}

/// "[1] 2026/11/27 17:10:07.119 [FTL] words" in the last line of the log: the words.
std::string last_line(int log) {
    std::array<std::byte, 16384> bytes{};
    const auto got = pread_fully(log, 0, bytes, {});
    std::string text(reinterpret_cast<const char *>(bytes.data()), got ? *got : 0);
    while (text.ends_with('\n')) text.pop_back();
    text.erase(0, text.rfind('\n') + 1);
    const auto words = text.find("] ", text.find(" ["));
    return words == std::string::npos ? text : text.substr(words + 2);
}

/// The port in {"nats":["tls://127.0.0.1:41785"]}; 0 if the file is not (yet) whole.
std::uint16_t port_in(const std::string &folder) {
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() != ".ports") continue;
        const UniqueFd file(::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC));
        std::array<std::byte, 4096> bytes{};
        const auto got = pread_fully(file.get(), 0, bytes, {});
        const std::string text(reinterpret_cast<const char *>(bytes.data()), got ? *got : 0);
        if (!text.ends_with('}')) return 0;
        const auto end = text.find('"', text.find("://"));
        const auto begin = text.rfind(':', end) + 1;
        std::uint16_t port = 0;
        std::from_chars(text.data() + begin, text.data() + text.size(), port);
        return port;
    }
    return 0;
}

/// A file that lies in the memory only. See path_of().
Result<UniqueFd> memory_file(const char *name, const std::string &text) {
    UniqueFd file(::memfd_create(name, MFD_CLOEXEC));
    if (!file) return fail_errno(ErrorCode::system, name);
    CLOOP_TRY(write_fully(file.get(), std::as_bytes(std::span(text)), name));
    return file;
}

/// Where a process finds it that has the descriptor.
std::string path_of(const UniqueFd &file) { return "/proc/self/fd/" + std::to_string(file.get()); }

/// The server's folder is "." for it.
std::string configuration_text(const NatsServer::Options &options, const std::string &certificate, const std::string &key) {
    return "host: \"" + options.address + "\"\n" +                                                //
           "port: " + (options.port == 0 ? "-1" : std::to_string(options.port)) + "\n" +          //
           "ports_file_dir: \".\"\n" +                                                            //
           "max_payload: " + std::to_string(options.max_payload) + "\n" +                         //
           // For a worker with many threads behind a slow cable, which asks for large blocks.
           "max_pending: 1GB\nwrite_deadline: \"60s\"\n" +  //
           "authorization { token: \"" + options.token + "\", timeout: 10 }\n" +                  //
           "tls { cert_file: \"" + certificate + "\", key_file: \"" + key + "\", timeout: 10 }\n" +  //
           "jetstream { store_dir: \".\", max_mem: " + std::to_string(most_stream_bytes) + ", max_file: 0 }\n";
}

}  // namespace

Result<NatsServer> NatsServer::start(Options options, const std::stop_token &stop) {
    NatsServer server(std::move(options));
    CLOOP_TRY(server.launch(stop));
    return server;
}

Status NatsServer::restart(const std::stop_token &stop) {
    keeper_.reset();
    return launch(stop);
}

// Token and key never lie on a disc, and all that the server writes lies in a folder that its keeper makes: so nothing is left whenever we are
// killed.
Status NatsServer::launch(const std::stop_token &stop) {
    const std::string program = find_server();
    if (program.empty()) return fail(ErrorCode::nats_server_missing);
    CLOOP_LET(certificate, memory_file("certificate.pem", options_.certificate.certificate));
    CLOOP_LET(key, memory_file("key.pem", options_.certificate.key));
    CLOOP_LET(log, memory_file("nats-server.log", {}));
    CLOOP_LET(configuration, memory_file("nats.conf", configuration_text(options_, path_of(certificate), path_of(key))));
    const char *temporary = std::getenv("TMPDIR");
    const std::string folder = std::string(temporary && *temporary == '/' ? temporary : "/tmp") + "/cloop-nats-" + to_hex(random_cluster_id());
    CLOOP_LET(keeper, ServerKeeper::start({.words = {program, "-c", path_of(configuration)},
                                           .folder = folder,
                                           .files = {configuration.get(), certificate.get(), key.get()},
                                           .log = log.get()}));
    keeper_.emplace(std::move(keeper));

    using namespace std::chrono_literals;
    for (int tries = 0; tries < 500 && is_running(); ++tries) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        if (const std::uint16_t port = port_in(folder)) {
            options_.port = port;
            return {};
        }
        std::this_thread::sleep_for(20ms);
    }
    return fail(ErrorCode::nats_server_failed, {}, last_line(log.get()));
}

} // namespace cloop
