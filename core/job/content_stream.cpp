// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/content_stream.h"

#include <algorithm>

namespace cloop {

Result<std::size_t> ContentStream::read(std::span<std::byte> out) {
    out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), image_->size() - offset_)));
    if (keep_going_) reader_.read(out);
    else CLOOP_TRY(read_exactly(*image_, offset_, out));
    offset_ += out.size();
    return out.size();
}

std::vector<LostBlocks> ContentStream::lost() const {
    std::vector<LostBlocks> runs;
    for (const LostRange &range : reader_.lost()) append_lost(runs, BlockRange::of(range.extent, image_->block_size()), range.error);
    return runs;
}

} // namespace cloop
