// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/nats_server.h"

#include "file/file_io.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <array>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <stop_token>
#include <thread>

extern char **environ;

namespace cloop {

namespace {

// $1: the server's folder; $2: the program. The lifeline is descriptor 3: it closes when we end, also by SIGKILL. The server dies with its shell too.
// With GOGC=200, Go collects garbage a third as often as it would need for the least memory: measured, that halves the server's CPU.
constexpr const char *keeper_script = R"(
GOGC=200 setpriv --pdeathsig KILL "$2" -c "$1/nats.conf" 3<&- & server=$!
{ read -r _; kill -KILL $server; } <&3 &
wait $server
kill -KILL $!
rm -rf -- "$1"
)";

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

Status write_private(const std::string &name, const std::string &text) {
    const UniqueFd file(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file) return fail_errno(ErrorCode::write_failed, name);
    return write_fully(file.get(), std::as_bytes(std::span(text)), name);
}

Status write_configuration(const std::string &folder, const NatsServer::Options &options) {
    CLOOP_TRY(write_private(folder + "/certificate.pem", options.certificate.certificate));
    CLOOP_TRY(write_private(folder + "/key.pem", options.certificate.key));
    return write_private(folder + "/nats.conf",
                         "host: \"" + options.address + "\"\n" + "port: " + (options.port == 0 ? "-1" : std::to_string(options.port)) + "\n" +
                             "ports_file_dir: \"" + folder + "\"\n" + "max_payload: " + std::to_string(options.max_payload) + "\n" +
                             "authorization { token: \"" + options.token + "\", timeout: 10 }\n" + "tls { cert_file: \"" + folder +
                             "/certificate.pem\", key_file: \"" + folder + "/key.pem\", timeout: 10 }\n" + "jetstream { store_dir: \"" + folder +
                             "\", max_mem: " + std::to_string(options.memory) + ", max_file: 0 }\n");
}

}  // namespace

Result<NatsServer> NatsServer::start(Options options, const std::stop_token &stop) {
    NatsServer server(std::move(options));
    CLOOP_TRY(server.launch(stop));
    return server;
}

NatsServer::NatsServer(NatsServer &&other) noexcept
    : options_(std::move(other.options_)), keeper_(std::exchange(other.keeper_, -1)), lifeline_(std::move(other.lifeline_)) {}

NatsServer::~NatsServer() { end(); }

bool NatsServer::is_running() {
    if (keeper_ > 0 && ::waitpid(keeper_, nullptr, WNOHANG) != 0) keeper_ = -1;
    return keeper_ > 0;
}

Status NatsServer::restart(const std::stop_token &stop) {
    end();
    return launch(stop);
}

void NatsServer::end() {
    lifeline_ = UniqueFd();
    using namespace std::chrono_literals;
    for (int tries = 0; is_running(); ++tries) {
        // Its group: the shell, its reader, the server.
        if (tries == 300) ::kill(-keeper_, SIGKILL);
        std::this_thread::sleep_for(10ms);
    }
}

Status NatsServer::launch(const std::stop_token &stop) {
    const std::string program = find_server();
    if (program.empty()) return fail(ErrorCode::nats_server_missing);
    const char *temporary = std::getenv("TMPDIR");
    std::string folder = std::string(temporary && *temporary == '/' ? temporary : "/tmp") + "/cloop-nats-XXXXXX";
    if (!::mkdtemp(folder.data())) return fail_errno(ErrorCode::write_failed, folder);
    const auto give_up = [&](std::unexpected<Error> error) -> Status {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
        return error;
    };
    if (const auto written = write_configuration(folder, options_); !written) return give_up(std::unexpected(written.error()));

    int ends[2];
    const UniqueFd log(::memfd_create("nats-server", MFD_CLOEXEC));
    if (!log || ::pipe2(ends, O_CLOEXEC) != 0) return give_up(fail_errno(ErrorCode::system, program));
    const UniqueFd reading(ends[0]);
    UniqueFd writing(ends[1]);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, log.get(), STDERR_FILENO);
    posix_spawn_file_actions_adddup2(&actions, reading.get(), 3);
    posix_spawn_file_actions_addclosefrom_np(&actions, 4);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    // A session of its own, because Ctrl-C is for us alone.
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID);
    std::array<const char *, 7> words{"sh", "-c", keeper_script, "cloop-nats", folder.c_str(), program.c_str(), nullptr};
    const int error = posix_spawn(&keeper_, "/bin/sh", &actions, &attributes, const_cast<char **>(words.data()), environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (error != 0) {
        keeper_ = -1;
        return give_up(std::unexpected(system_error(error, ErrorCode::system, "/bin/sh")));
    }
    lifeline_ = std::move(writing);

    using namespace std::chrono_literals;
    for (int tries = 0; tries < 500; ++tries) {
        if (!is_running()) break;
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        if (const std::uint16_t port = port_in(folder)) {
            options_.port = port;
            return {};
        }
        std::this_thread::sleep_for(20ms);
    }
    return fail(ErrorCode::nats_server_failed, {}, last_line(log.get()));
}

}  // namespace cloop
