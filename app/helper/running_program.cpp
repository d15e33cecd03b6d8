// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cloop::helper::module {

RunningProgram start(const Command &command) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return {};
    RunningProgram program{.pid = 0, .output = Descriptor(ends[0])};
    const Descriptor its_end(ends[1]);
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);

    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, ends[1], 1);
    posix_spawn_file_actions_adddup2(&files, ends[1], 2);
    posix_spawnattr_t attributes;
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);

    std::vector<char *> arguments;
    for (const std::string &word : command) arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    char path[] = "PATH=/usr/sbin:/usr/bin:/sbin:/bin", language[] = "LC_ALL=C", home[] = "HOME=/";
    char *const environment[] = {path, language, home, nullptr};
    for (const char *folder : program_folders) {
        const std::string file = folder + ('/' + command.front());
        if (::posix_spawn(&program.pid, file.c_str(), &files, &attributes, arguments.data(), environment) == 0) break;
        program.pid = 0;
    }
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return program;
}

std::string output_of(const Command &command) {
    const RunningProgram program = start(command);
    if (program.pid == 0) return {};
    std::string text;
    char bytes[512];
    pollfd ready{.fd = program.output.get(), .events = POLLIN};
    ssize_t size = 0;
    while ((size = ::poll(&ready, 1, 10'000) > 0 ? ::read(program.output.get(), bytes, sizeof bytes) : -1) > 0)
        if (text.size() < sizeof bytes) text.append(bytes, static_cast<std::size_t>(size));
    if (size < 0) ::kill(program.pid, SIGKILL);
    int status = -1;
    ::waitpid(program.pid, &status, 0);
    return status == 0 ? text.substr(0, text.find('\n')) : std::string();
}

} // namespace cloop::helper::module
