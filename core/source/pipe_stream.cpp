// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/pipe_stream.h"

#include <poll.h>

namespace cloop {

PipeStream::PipeStream(int fd, std::string name, std::optional<std::uint64_t> announced, std::stop_token stop)
    : fd_(fd), name_(std::move(name)), announced_(announced), waiter_(std::move(stop)) {}

Result<std::size_t> PipeStream::read(std::span<std::byte> out) {
    std::size_t filled = 0;
    while (filled < out.size()) {
        CLOOP_TRY(waiter_.wait(fd_, POLLIN));
        const ssize_t got = ::read(fd_, out.data() + filled, out.size() - filled);
        if (got == 0) break;
        if (got < 0) {
            if (errno == EINTR || errno == EAGAIN) continue;
            return fail_errno(ErrorCode::read_failed, name_);
        }
        filled += static_cast<std::size_t>(got);
    }
    done_ += filled;
    const bool has_ended = filled < out.size();
    if (announced_ && (done_ > *announced_ || (has_ended && done_ < *announced_)))
        return fail(ErrorCode::size_mismatch, name_, std::to_string(*announced_));
    return filled;
}

} // namespace cloop
