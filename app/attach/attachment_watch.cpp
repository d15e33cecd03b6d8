// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/attachment_watch.h"

#include <fcntl.h>
#include <linux/netlink.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cloop {

Result<AttachmentWatch> AttachmentWatch::make() {
    AttachmentWatch watch;
    watch.poll_ = UniqueFd(::epoll_create1(EPOLL_CLOEXEC));
    watch.mounts_ = UniqueFd(::open("/proc/self/mounts", O_RDONLY | O_CLOEXEC));
    if (!watch.poll_ || !watch.mounts_) return fail_errno(ErrorCode::system, "/proc/self/mounts");
    // proc(5): a change of the mounts shows as priority data, and as an error.
    epoll_event changed{.events = EPOLLPRI | EPOLLERR, .data = {.fd = watch.mounts_.get()}};
    if (::epoll_ctl(watch.poll_.get(), EPOLL_CTL_ADD, watch.mounts_.get(), &changed) != 0) return fail_errno(ErrorCode::system, "/proc/self/mounts");

    // Not in every container: there, mounts are all that is watched.
    watch.events_ = UniqueFd(::socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_KOBJECT_UEVENT));
    constexpr unsigned from_kernel = 1;
    const sockaddr_nl address{.nl_family = AF_NETLINK, .nl_pad = 0, .nl_pid = 0, .nl_groups = from_kernel};
    epoll_event readable{.events = EPOLLIN, .data = {.fd = watch.events_.get()}};
    if (!watch.events_ || ::bind(watch.events_.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::epoll_ctl(watch.poll_.get(), EPOLL_CTL_ADD, watch.events_.get(), &readable) != 0)
        watch.events_ = UniqueFd();
    return watch;
}

void AttachmentWatch::acknowledge() {
    // Asking for the state clears it.
    epoll_event events[2];
    (void)::epoll_wait(poll_.get(), events, 2, 0);
    char event[8192];
    while (events_ && ::recv(events_.get(), event, sizeof event, 0) > 0) {}
}

} // namespace cloop
