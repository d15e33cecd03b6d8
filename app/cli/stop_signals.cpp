// SPDX-License-Identifier: GPL-3.0-or-later
#include "stop_signals.h"

#include "text/language.h"

#include <pthread.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <ctime>
#include <string>
#include <system_error>
#include <thread>

namespace cloop::cli {

namespace {

bool is_ignored(int signal) {
    struct sigaction action {};
    return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

sigset_t stop_signals() {
    sigset_t set;
    sigemptyset(&set);
    // A signal ignored at program start (nohup, background jobs) stays ignored.
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        if (!is_ignored(signal)) sigaddset(&set, signal);
    return set;
}

} // namespace

StopSignals::StopSignals() {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    const sigset_t set = stop_signals();
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
    // Detached, because the thread waits as long as the program runs.
    try {
        std::thread([source = source_, set, is_said = false]() mutable {
            // A blocking read of a drive can't be interrupted.
            constexpr timespec patience{.tv_sec = 1, .tv_nsec = 0};
            for (;;) {
                const int signal = source.stop_requested() && !is_said ? ::sigtimedwait(&set, nullptr, &patience) : ::sigwaitinfo(&set, nullptr);
                if (signal > 0 && !is_ignored(signal) && !source.request_stop()) ::_exit(130);
                if (signal > 0 || errno != EAGAIN) continue;
                const std::string words =
                    std::string("cloop: ") + tr("the command ends when the drive has answered. Interrupt it once more to end it at once.") + "\n";
                (void)!::write(STDERR_FILENO, words.data(), words.size());
                is_said = true;
            }
        }).detach();
    } catch (const std::system_error &) {
        // The system refuses a thread: signals then end the program at once.
        ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
    }
}

} // namespace cloop::cli
