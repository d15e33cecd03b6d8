// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/fd_sink.h"

#include <poll.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>

namespace cloop {

FdSink::FdSink(int fd, std::string name, std::stop_token stop) : fd_(fd), name_(std::move(name)), waiter_(std::move(stop)) {
    struct stat status {};
    is_pipe_ = ::fstat(fd, &status) != 0 || !(S_ISREG(status.st_mode) || S_ISBLK(status.st_mode));
}

Status FdSink::write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        CLOOP_TRY(waiter_.wait(fd_, POLLOUT));
        // A pipe that poll() reports writable takes one page without blocking; a larger write may block and delay a stop.
        const ssize_t put = ::write(fd_, bytes.data(), is_pipe_ ? std::min<std::size_t>(bytes.size(), 4096) : bytes.size());
        if (put < 0) {
            if (errno == EINTR || errno == EAGAIN) continue;
            return fail_errno(ErrorCode::write_failed, name_);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(put));
    }
    return {};
}

Status FdSink::write_zeros(std::uint64_t count) {
    static constexpr std::array<std::byte, 65536> zeros{};
    while (count > 0) {
        const auto part = std::min<std::uint64_t>(count, zeros.size());
        CLOOP_TRY(write({zeros.data(), static_cast<std::size_t>(part)}));
        count -= part;
    }
    return {};
}

} // namespace cloop
