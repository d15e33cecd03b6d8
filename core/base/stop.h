// SPDX-License-Identifier: GPL-3.0-or-later
// Waits for a file descriptor and a stop request at once.

#pragma once

#include "base/error.h"
#include "base/unique_fd.h"

#include <functional>
#include <stop_token>

namespace cloop {

/// Turns a stop token into an eventfd for poll(), so that a blocked pipe does not delay a cancel.
class StopWaiter {
public:
    explicit StopWaiter(std::stop_token stop);

    /// Waits until `fd` can be read (POLLIN) or written (POLLOUT). Errors: cancelled, system.
    Status wait(int fd, short events) const;

private:
    struct Ring {
        int fd;
        void operator()() const noexcept;
    };

    std::stop_token stop_;
    UniqueFd event_;
    std::stop_callback<Ring> callback_;
};

} // namespace cloop
