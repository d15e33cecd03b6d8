// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/file_io.h"

#include <unistd.h>

namespace cloop {

Result<std::size_t> pread_fully(int fd, std::uint64_t offset, std::span<std::byte> out, std::string_view name) {
    std::size_t done = 0;
    while (done < out.size()) {
        const ssize_t got = ::pread(fd, out.data() + done, out.size() - done, static_cast<off_t>(offset + done));
        if (got == 0) break;
        if (got < 0) {
            if (errno == EINTR) continue;
            Error error = system_error(errno, ErrorCode::read_failed, name);
            error.offset = offset + done;
            return std::unexpected(std::move(error));
        }
        done += static_cast<std::size_t>(got);
    }
    return done;
}

Status pwrite_fully(int fd, std::uint64_t offset, std::span<const std::byte> bytes, std::string_view name) {
    while (!bytes.empty()) {
        const ssize_t put = ::pwrite(fd, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (put < 0) {
            if (errno == EINTR) continue;
            return fail_errno(ErrorCode::write_failed, name);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(put));
        offset += static_cast<std::uint64_t>(put);
    }
    return {};
}

Status write_fully(int fd, std::span<const std::byte> bytes, std::string_view name) {
    while (!bytes.empty()) {
        const ssize_t put = ::write(fd, bytes.data(), bytes.size());
        if (put < 0) {
            if (errno == EINTR) continue;
            return fail_errno(ErrorCode::write_failed, name);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(put));
    }
    return {};
}

} // namespace cloop
