// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/stop.h"

#include <poll.h>
#include <sys/eventfd.h>

namespace cloop {

void StopWaiter::Ring::operator()() const noexcept { (void)::eventfd_write(fd, 1); }

StopWaiter::StopWaiter(std::stop_token stop)
    : stop_(std::move(stop)), event_(::eventfd(0, EFD_CLOEXEC)), callback_(stop_, Ring{event_.get()}) {}

Status StopWaiter::wait(int fd, short events) const {
    pollfd fds[2] = {{fd, events, 0}, {event_.get(), POLLIN, 0}};
    for (;;) {
        if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
        if (::poll(fds, 2, -1) > 0) {
            if (fds[0].revents) return {};
        } else if (errno != EINTR) {
            return fail_errno(ErrorCode::system, {});
        }
    }
}

} // namespace cloop
