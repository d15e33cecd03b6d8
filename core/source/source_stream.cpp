// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/source_stream.h"

#include <algorithm>
#include <new>

namespace cloop {

Result<std::size_t> SourceStream::read(std::span<std::byte> out) try {
    out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), source_->size() - offset_)));
    if (offset_ >= next_data_ || next_data_ - offset_ < out.size()) next_data_ = source_->next_data(offset_);
    if (next_data_ >= offset_ + out.size()) {
        std::ranges::fill(out, std::byte{0});
    } else if (on_loss_) {
        read_past(out);
    } else {
        CLOOP_TRY(read_exactly(*source_, offset_, out));
    }
    offset_ += out.size();
    if (offset_ == source_->size()) {
        tell_loss();
        CLOOP_TRY(source_->check_unchanged());
    }
    return out.size();
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory, source_->name());
}

/// Reads past damage; a lost run may continue in the next piece.
void SourceStream::read_past(std::span<std::byte> out) {
    for (LostRange &lost : read_past_damage(*source_, offset_, out)) {
        if (lost_.extent.size > 0 && lost_.extent.end() == lost.extent.offset) {
            lost_.extent.size += lost.extent.size;
        } else {
            tell_loss();
            lost_ = std::move(lost);
        }
    }
}

void SourceStream::tell_loss() {
    const Extent &lost = lost_.extent;
    if (lost.size > 0)
        on_loss_({.code = ErrorCode::bytes_lost,
                  .sys = lost_.error.sys,
                  .offset = lost.offset,
                  .subject = source_->name(),
                  .detail = std::to_string(lost.size)});
    lost_ = {};
}

} // namespace cloop
