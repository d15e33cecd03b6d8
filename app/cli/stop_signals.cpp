#include "stop_signals.h"

#include <pthread.h>
#include <unistd.h>

#include <csignal>
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
    // A signal that was ignored when the program started (nohup, a script's background) stays ignored.
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
    // It waits for as long as the program runs; a thread to be joined would only hold up the end.
    try {
        std::thread([source = source_, set]() mutable {
            for (int signal = 0; ::sigwait(&set, &signal) == 0;)
                if (!is_ignored(signal) && !source.request_stop()) ::_exit(130);
        }).detach();
    } catch (const std::system_error &) {
        // The system gives no thread: then a signal ends the program at once.
        ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
    }
}

} // namespace cloop::cli
