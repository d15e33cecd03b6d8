#include "source/source_stream.h"

#include <algorithm>

namespace cloop {

Result<std::size_t> SourceStream::read(std::span<std::byte> out) {
    out = out.first(std::min<std::uint64_t>(out.size(), source_->size() - offset_));
    if (offset_ >= next_data_ || next_data_ - offset_ < out.size()) next_data_ = source_->next_data(offset_);
    if (next_data_ >= offset_ + out.size()) {
        std::ranges::fill(out, std::byte{0});
    } else {
        CLOOP_TRY(read_exactly(*source_, offset_, out));
    }
    offset_ += out.size();
    if (offset_ == source_->size()) CLOOP_TRY(source_->check_unchanged());
    return out.size();
}

} // namespace cloop
