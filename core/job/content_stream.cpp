#include "job/content_stream.h"

#include "base/tolerant_read.h"

#include <algorithm>

namespace cloop {

Result<std::size_t> ContentStream::read(std::span<std::byte> out) {
    out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), image_->size() - offset_)));
    if (!keep_going_) {
        CLOOP_TRY(read_exactly(*image_, offset_, out));
    } else {
        std::vector<Error> errors;
        read_past_damage(*image_, offset_, out, &errors);
        for (const Error &error : errors) append_lost(lost_, error.block, error.block + 1, error);
    }
    offset_ += out.size();
    return out.size();
}

} // namespace cloop
