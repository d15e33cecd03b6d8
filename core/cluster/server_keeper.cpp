// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/server_keeper.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>

namespace cloop {

namespace {

// Other threads of ours do not exist in the keeper, and may have held locks. So what follows makes system calls only: no memory is allocated, and
// what it works with was made before.

void say_to_log(const char *place, int error) {
    for (const char *words : {place, ": ", ::strerrordesc_np(error), "\n"})
        if (words && ::write(STDERR_FILENO, words, std::strlen(words)) < 0) return;
}

void remove_content(int folder) {
    alignas(dirent64) char entries[4096];
    // Removing moves, in some file systems, what is not read yet.
    for (bool has_removed = true; std::exchange(has_removed, false);) {
        ::lseek(folder, 0, SEEK_SET);
        for (ssize_t size = 0; (size = ::getdents64(folder, entries, sizeof entries)) > 0;) {
            for (ssize_t at = 0; at < size;) {
                const auto *entry = reinterpret_cast<const dirent64 *>(entries + at);
                at += entry->d_reclen;
                const char *name = entry->d_name;
                if (std::strcmp(name, ".") == 0 || std::strcmp(name, "..") == 0) continue;
                if (const UniqueFd inner(::openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)); inner) {
                    remove_content(inner.get());
                    has_removed |= ::unlinkat(folder, name, AT_REMOVEDIR) == 0;
                } else {
                    has_removed |= ::unlinkat(folder, name, 0) == 0;
                }
            }
        }
    }
}

void close_all_but(int kept) {
    const auto number = static_cast<unsigned>(kept);
    if (number > 3) ::close_range(3, number - 1, 0);
    ::close_range(number + 1, ~0u, 0);
}

/// As a program has it that a shell starts.
void reset_signals() {
    for (int signal = 1; signal < NSIG; ++signal) ::signal(signal, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

struct Prepared {
    char **words;
    const char *folder;
    const std::vector<int> &files;
    int log;
    int lifeline;
};

[[noreturn]] void become_server(const Prepared &server, pid_t keeper) {
    reset_signals();
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != keeper) ::_exit(127);
    ::close_range(3, ~0u, CLOSE_RANGE_CLOEXEC);
    for (const int file : server.files) ::fcntl(file, F_SETFD, 0);
    ::execv(server.words[0], server.words);
    say_to_log(server.words[0], errno);
    ::_exit(127);
}

/// All signals are blocked, because only the lifeline says when it is time to end.
[[noreturn]] void keep(const Prepared &server) {
    // A session of its own, because Ctrl-C is for us alone.
    ::setsid();
    ::prctl(PR_SET_NAME, "cloop-keeper");
    const int null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    if (null < 0 || ::dup2(null, STDIN_FILENO) < 0 || ::dup2(null, STDOUT_FILENO) < 0 || ::dup2(server.log, STDERR_FILENO) < 0) ::_exit(1);
    const int folder = ::mkdir(server.folder, 0700) == 0 ? ::open(server.folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) : -1;
    if (folder < 0 || ::fchdir(folder) != 0) {
        say_to_log(server.folder, errno);
        ::_exit(1);
    }
    const pid_t keeper = ::getpid(), pid = ::_Fork();
    if (pid == 0) become_server(server, keeper);
    if (pid < 0) say_to_log(server.words[0], errno);
    close_all_but(server.lifeline);
    if (pid > 0) {
        pollfd ends[] = {{.fd = server.lifeline, .events = POLLIN, .revents = 0},
                         {.fd = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)), .events = POLLIN, .revents = 0}};
        ::poll(ends, 2, -1);
        ::kill(pid, SIGKILL);
        ::waitpid(pid, nullptr, 0);
    }
    if (const UniqueFd content(::open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)); content) remove_content(content.get());
    ::rmdir(server.folder);
    ::_exit(0);
}

std::vector<char *> pointers_to(const std::vector<std::string> &words) {
    std::vector<char *> pointers;
    for (const std::string &word : words) pointers.push_back(const_cast<char *>(word.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

Result<ServerKeeper> ServerKeeper::start(const Server &server) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return fail_errno(ErrorCode::system, server.words[0]);
    const UniqueFd its(ends[0]);
    UniqueFd ours(ends[1]);
    auto words = pointers_to(server.words);
    const Prepared prepared{words.data(), server.folder.c_str(), server.files, server.log, its.get()};
    sigset_t all, before;
    sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    const pid_t pid = ::fork();
    if (pid == 0) keep(prepared);
    const int error = errno;
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    if (pid < 0) return std::unexpected(system_error(error, ErrorCode::system, server.words[0]));
    return ServerKeeper(pid, std::move(ours));
}

bool ServerKeeper::is_running() {
    if (pid_ > 0 && ::waitpid(pid_, nullptr, WNOHANG) != 0) pid_ = -1;
    return pid_ > 0;
}

ServerKeeper::~ServerKeeper() {
    lifeline_ = UniqueFd();
    using namespace std::chrono_literals;
    while (is_running()) std::this_thread::sleep_for(1ms);
}

} // namespace cloop
