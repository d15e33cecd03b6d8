// SPDX-License-Identifier: GPL-3.0-or-later
// Turns SIGINT, SIGTERM and SIGHUP into a stop request.

#pragma once

#include <stop_token>

namespace cloop::cli {

/// Create it before any other thread: the signals are blocked in all threads, and one thread waits for them. The second signal ends the program at
/// once; unfinished outputs have no name yet. Code that later sets a signal to SIG_IGN is not stopped by it. SIGPIPE and SIGXFSZ become failed
/// writes.
class StopSignals {
public:
    StopSignals();
    std::stop_token token() const { return source_.get_token(); }

private:
    std::stop_source source_;
};

} // namespace cloop::cli
