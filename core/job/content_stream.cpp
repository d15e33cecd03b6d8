#include "job/content_stream.h"

#include <algorithm>

namespace cloop {

Result<std::size_t> ContentStream::read(std::span<std::byte> out) {
    out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), image_->size() - offset_)));
    for (std::size_t done = 0; done < out.size();) {
        const std::uint64_t at = offset_ + done;
        const auto part = static_cast<std::size_t>(std::min<std::uint64_t>(image_->block_size() - at % image_->block_size(), out.size() - done));
        auto got = image_->read_at(at, out.subspan(done, part));
        if (!got) {
            if (!keep_going_) return got;
            std::ranges::fill(out.subspan(done, part), std::byte{0});
            if (got.error().block != last_lost_) on_lost_(got.error());
            last_lost_ = got.error().block;
        }
        done += part;
    }
    offset_ += out.size();
    return out.size();
}

} // namespace cloop
