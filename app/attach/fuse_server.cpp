// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/fuse_server.h"

#include "base/unique_fd.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <climits>
#include <csignal>

extern char **environ;

namespace cloop {

namespace {

/// The server: beside this program, or where it is installed or built. Empty if it is nowhere.
std::string server_program() {
    char self[PATH_MAX];
    const ssize_t length = ::readlink("/proc/self/exe", self, sizeof self);
    std::string folder(self, length > 0 ? static_cast<std::size_t>(length) : 0);
    folder.resize(folder.rfind('/') + 1);
    for (const std::string &candidate : {folder + "cloop-fuse", std::string(BUILT_FUSE_PROGRAM), std::string(FUSE_PROGRAM)})
        if (::access(candidate.c_str(), X_OK) == 0) return candidate;
    return {};
}

/// The attributes and file actions of posix_spawn().
struct Spawn {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int first_closed = STDERR_FILENO + 1;  ///< the first descriptor that the program does not get
    Spawn() {
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
        // A window may block signals; the server must not.
        sigset_t none, all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &all);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~Spawn() {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
    Spawn(const Spawn &) = delete;
    Spawn &operator=(const Spawn &) = delete;
};

/// What the server says until it goes to the background or ends.
Result<std::string> words_of(int pipe, const std::stop_token &stop) {
    std::string words;
    char buffer[1024];
    while (!stop.stop_requested()) {
        pollfd readable{.fd = pipe, .events = POLLIN, .revents = 0};
        if (::poll(&readable, 1, 100) <= 0) continue;
        const ssize_t size = ::read(pipe, buffer, sizeof buffer);
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return words;
        constexpr std::size_t most = 4000;
        if (words.size() < most) words.append(buffer, static_cast<std::size_t>(size));
    }
    return fail(ErrorCode::cancelled);
}

/// The last line, without the program's name.
std::string last_sentence(std::string words) {
    while (words.ends_with('\n') || words.ends_with('.')) words.pop_back();
    words.erase(0, words.rfind('\n') + 1);
    constexpr std::string_view name = "cloop-fuse: ";
    return words.starts_with(name) ? words.substr(name.size()) : words;
}

/// Runs a program with standard error in `words`, and returns its exit status.
struct Ended {
    int status = 0;  ///< as waitpid() gives it
    std::string words;
};
Result<Ended> run(Spawn &spawn, const std::vector<const char *> &arguments, const std::stop_token &stop) {
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0) return fail_errno(ErrorCode::system, arguments[0]);
    const UniqueFd reading(pipe[0]);
    UniqueFd writing(pipe[1]);
    posix_spawn_file_actions_addopen(&spawn.actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&spawn.actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&spawn.actions, writing.get(), STDERR_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&spawn.actions, spawn.first_closed);
    pid_t pid = 0;
    if (const int error = posix_spawnp(&pid, arguments[0], &spawn.actions, &spawn.attributes, const_cast<char **>(arguments.data()), environ)) {
        errno = error;
        return fail_errno(ErrorCode::system, arguments[0]);
    }
    writing = UniqueFd();
    auto said = words_of(reading.get(), stop);
    if (!said) ::kill(pid, SIGTERM);
    Ended ended;
    while (::waitpid(pid, &ended.status, 0) < 0 && errno == EINTR) {}
    if (!said) return std::unexpected(std::move(said).error());
    ended.words = std::move(*said);
    return ended;
}

bool is_fine(int status) { return WIFEXITED(status) && WEXITSTATUS(status) == 0; }

} // namespace

Status start_fuse_server(const std::string &image, Served served, int fuse_device, const std::string &folder, const std::stop_token &stop) {
    const std::string program = server_program();
    if (program.empty()) return fail(ErrorCode::server_failed, image, "cloop-fuse");
    Spawn spawn;
    std::string mountpoint = folder;
    if (fuse_device >= 0) {
        mountpoint = "/dev/fd/" + std::to_string(spawn.first_closed);
        posix_spawn_file_actions_adddup2(&spawn.actions, fuse_device, spawn.first_closed++);
    }
    std::vector<const char *> words{program.c_str()};
    if (served == Served::content) words.push_back("--content");
    // What root mounts is for all.
    if (fuse_device < 0 && ::geteuid() == 0) words.insert(words.end(), {"-o", "allow_other"});
    words.insert(words.end(), {"--", image.c_str(), mountpoint.c_str(), nullptr});
    CLOOP_LET(ended, run(spawn, words, stop));
    if (is_fine(ended.status)) return {};
    return fail(::access("/dev/fuse", F_OK) == 0 ? ErrorCode::server_failed : ErrorCode::fuse_missing, image, last_sentence(ended.words));
}

Status unmount_fuse(const std::string &folder) {
    Spawn spawn;
    auto ended = run(spawn, {"fusermount3", "-u", "--", folder.c_str(), nullptr}, {});
    if (!ended) return fail(ErrorCode::fuse_missing, folder, "fusermount3");
    if (is_fine(ended->status)) return {};
    if (ended->words.find("busy") != std::string::npos) return fail(ErrorCode::still_in_use, folder);
    return fail(ErrorCode::not_mounted, folder);
}

} // namespace cloop
