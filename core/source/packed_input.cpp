// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/packed_input.h"

#include "base/zeros.h"

#include <algorithm>

namespace cloop {

Result<std::span<const std::byte>> PackedInput::peek() {
    if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
    if (offset_ >= buffer_begin_ + buffer_.size()) {
        buffer_.resize(256 * 1024);
        buffer_begin_ = offset_;
        auto got = source_->read_at(offset_, buffer_);
        buffer_.resize(got.value_or(0));
        if (!got) return std::unexpected(std::move(got).error().at(name()));
    }
    return std::span<const std::byte>(buffer_).subspan(static_cast<std::size_t>(offset_ - buffer_begin_));
}

Status PackedInput::read(std::span<std::byte> out) {
    while (!out.empty()) {
        CLOOP_LET(next, peek());
        if (next.empty()) return fail(ErrorCode::archive_cut_short, name());
        const std::size_t now = std::min(out.size(), next.size());
        std::ranges::copy(next.first(now), out.begin());
        take(now);
        out = out.subspan(now);
    }
    return {};
}

Status PackedInput::expect_padding() {
    for (;;) {
        CLOOP_LET(next, peek());
        if (next.empty()) return {};
        if (!is_all_zero(next)) return std::unexpected(Error{.code = ErrorCode::archive_damaged, .offset = offset_, .subject = name()});
        take(next.size());
    }
}

} // namespace cloop
