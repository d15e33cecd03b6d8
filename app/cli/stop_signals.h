// SPDX-License-Identifier: GPL-3.0-or-later
// SIGINT, SIGTERM and SIGHUP as a stop request.

#pragma once

#include <stop_token>

namespace cloop::cli {

/// Made before any other thread: the signals are blocked in all of them, and one waits. The second signal ends the program at
/// once; what was being written has no name yet. Code that later sets a signal to SIG_IGN is not stopped by it. SIGPIPE and SIGXFSZ become failed
/// writes.
class StopSignals {
public:
    StopSignals();
    std::stop_token token() const { return source_.get_token(); }

private:
    std::stop_source source_;
};

} // namespace cloop::cli
