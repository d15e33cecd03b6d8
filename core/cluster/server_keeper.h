// SPDX-License-Identifier: GPL-3.0-or-later
// A small process between us and a server of ours. It outlives us, also if we are killed; then it ends the server and removes the server's folder.

#pragma once

#include "base/error.h"
#include "base/unique_fd.h"

#include <sys/types.h>

#include <string>
#include <utility>
#include <vector>

namespace cloop {

/// Threads: all members are for one thread at a time.
class ServerKeeper {
public:
    struct Server {
        std::vector<std::string> words;  ///< of its command line; the first is the program's path
        std::string folder;              ///< made for it, its working directory, and removed after it with all that lies there
        std::vector<int> files;          ///< descriptors that it has too, under the same numbers
        int log = -1;                    ///< becomes its standard error
    };

    /// Does not wait for the server: what goes wrong is told in its log. Error: system.
    static Result<ServerKeeper> start(const Server &server);

    ServerKeeper(ServerKeeper &&other) noexcept : pid_(std::exchange(other.pid_, -1)), lifeline_(std::move(other.lifeline_)) {}
    ServerKeeper &operator=(ServerKeeper &&) = delete;
    /// Ends the server, and waits until its folder is gone.
    ~ServerKeeper();

    /// False after the server has ended, whose folder is gone then.
    bool is_running();

private:
    ServerKeeper(pid_t pid, UniqueFd lifeline) : pid_(pid), lifeline_(std::move(lifeline)) {}

    pid_t pid_;          ///< −1 if it has ended
    UniqueFd lifeline_;  ///< the keeper sees it close, however we end
};

} // namespace cloop
