// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/run_program.h"

#include "base/unique_fd.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

extern char **environ;

namespace cloop {

namespace {

/// The attributes and file actions of posix_spawn().
struct Spawn {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    Spawn() {
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
        // A window may block signals; the program must not.
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

/// What the program says until it closes the pipe.
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
        words.append(buffer, static_cast<std::size_t>(size));
        if (words.size() > most) words.erase(0, words.size() - most);
    }
    return fail(ErrorCode::cancelled);
}

} // namespace

bool EndedProgram::is_fine() const { return WIFEXITED(status) && WEXITSTATUS(status) == 0; }

Result<EndedProgram> run_program(const std::vector<std::string> &words, const std::stop_token &stop, const ProgramOptions &options) {
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0) return fail_errno(ErrorCode::system, words[0]);
    const UniqueFd reading(pipe[0]);
    UniqueFd writing(pipe[1]);
    Spawn spawn;
    posix_spawn_file_actions_addopen(&spawn.actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    if (options.wants_output) posix_spawn_file_actions_adddup2(&spawn.actions, writing.get(), STDOUT_FILENO);
    else posix_spawn_file_actions_addopen(&spawn.actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&spawn.actions, writing.get(), STDERR_FILENO);
    if (options.descriptor >= 0) posix_spawn_file_actions_adddup2(&spawn.actions, options.descriptor, inherited_fd);
    posix_spawn_file_actions_addclosefrom_np(&spawn.actions, options.descriptor >= 0 ? inherited_fd + 1 : inherited_fd);
    std::vector<char *> arguments;
    for (const std::string &word : words) arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    pid_t pid = 0;
    if (const int error = posix_spawnp(&pid, arguments[0], &spawn.actions, &spawn.attributes, arguments.data(), environ)) {
        errno = error;
        return fail_errno(ErrorCode::system, words[0]);
    }
    writing = UniqueFd();
    auto said = words_of(reading.get(), stop);
    if (!said) ::kill(pid, SIGTERM);
    EndedProgram ended;
    while (::waitpid(pid, &ended.status, 0) < 0 && errno == EINTR) {
    }
    if (!said) return std::unexpected(std::move(said).error());
    ended.words = std::move(*said);
    return ended;
}

} // namespace cloop
