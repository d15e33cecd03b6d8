// SPDX-License-Identifier: GPL-3.0-or-later
#include "child_work.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstring>

namespace cloop::helper {

namespace {

struct Result {
    Refusal refusal;
    int device;
};

union Ancillary {
    cmsghdr header;
    char room[CMSG_SPACE(sizeof(int))];
};

msghdr message_of(iovec &bytes, Ancillary &ancillary, std::size_t ancillary_size) {
    msghdr message{};
    message.msg_iov = &bytes;
    message.msg_iovlen = 1;
    message.msg_control = ancillary_size > 0 ? &ancillary : nullptr;
    message.msg_controllen = ancillary_size;
    return message;
}

void send_outcome(int socket, const Outcome &outcome) {
    Result result{outcome.refusal, outcome.device};
    iovec bytes{&result, sizeof result};
    Ancillary ancillary{};
    const msghdr message = message_of(bytes, ancillary, outcome.open ? sizeof ancillary.room : 0);
    if (outcome.open) {
        ancillary.header = {.cmsg_len = CMSG_LEN(sizeof(int)), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS};
        const int fd = outcome.open.get();
        std::memcpy(CMSG_DATA(&ancillary.header), &fd, sizeof fd);
    }
    ::sendmsg(socket, &message, MSG_NOSIGNAL);
}

bool receive_outcome(int socket, Outcome &outcome) {
    Result result{};
    iovec bytes{&result, sizeof result};
    Ancillary ancillary{};
    msghdr message = message_of(bytes, ancillary, sizeof ancillary.room);
    if (::recvmsg(socket, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC) != sizeof result) return false;
    outcome.refusal = result.refusal;
    outcome.device = result.device;
    if (CMSG_FIRSTHDR(&message)) {
        int fd = -1;
        std::memcpy(&fd, CMSG_DATA(&ancillary.header), sizeof fd);
        outcome.open = Descriptor(fd);
    }
    return true;
}

void close_all_but(std::vector<int> kept) {
    std::ranges::sort(kept);
    unsigned next = 0;
    for (const int fd : kept) {
        if (unsigned(fd) > next) ::close_range(next, unsigned(fd) - 1, 0);
        next = unsigned(fd) + 1;
    }
    ::close_range(next, ~0U, 0);
}

} // namespace

std::unique_ptr<ChildWork> ChildWork::start(sd_event *event, const std::vector<int> &kept, std::uint64_t limit, const Work &work,
                                            std::function<void()> late, Ended ended) {
    int sockets[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets) != 0) return nullptr;
    Descriptor ours(sockets[0]), its(sockets[1]);
    const pid_t parent = ::getpid();
    const pid_t pid = ::fork();
    if (pid < 0) return nullptr;
    if (pid == 0) {
        std::vector<int> fds = kept;
        fds.push_back(its.get());
        close_all_but(fds);
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() == parent) send_outcome(its.get(), work());
        ::_exit(0);
    }
    auto child = std::make_unique<ChildWork>();
    child->pid_ = pid;
    child->result_ = std::move(ours);
    child->late_ = std::move(late);
    child->ended_ = std::move(ended);
    sd_event_source *timer = nullptr, *source = nullptr;
    // Without these nobody would wait for the child.
    if (sd_event_add_child(event, &source, pid, WEXITED, on_end, child.get()) < 0 ||
        sd_event_add_time_relative(event, &timer, CLOCK_MONOTONIC, limit, 0, on_late, child.get()) < 0)
        std::abort();
    child->child_.reset(source);
    child->timer_.reset(timer);
    return child;
}

void ChildWork::stop() { ::kill(pid_, SIGKILL); }

int ChildWork::on_late(sd_event_source *, std::uint64_t, void *self) {
    auto *work = static_cast<ChildWork *>(self);
    work->stop();
    work->late_();
    return 0;
}

int ChildWork::on_end(sd_event_source *, const siginfo_t *, void *self) {
    auto *work = static_cast<ChildWork *>(self);
    Outcome outcome;
    const bool is_known = receive_outcome(work->result_.get(), outcome);
    const auto ended = std::move(work->ended_);  // which may destroy `work`
    ended(is_known ? &outcome : nullptr);
    return 0;
}

} // namespace cloop::helper
