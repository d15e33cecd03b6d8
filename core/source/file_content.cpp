// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/file_content.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace cloop {

namespace {

/// Shared by all files, because only one is open at a time, in one thread.
thread_local std::array<std::byte, 128 * 1024> read_ahead;

} // namespace

Status BufferedContent::open() {
    begin_ = end_ = 0;
    return begin();
}

Result<std::size_t> BufferedContent::read(std::span<std::byte> out, std::vector<Error> &losses) {
    std::size_t filled = 0;
    while (filled < out.size()) {
        if (begin_ == end_) {
            auto got = fill(read_ahead, losses);
            if (!got) return got;
            if (*got == 0) break;
            begin_ = 0;
            end_ = *got;
        }
        const std::size_t now = std::min(out.size() - filled, end_ - begin_);
        std::memcpy(out.data() + filled, read_ahead.data() + begin_, now);
        begin_ += now;
        filled += now;
    }
    return filled;
}

} // namespace cloop
