// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/diff_images.h"

#include <algorithm>
#include <new>

namespace cloop {

Result<DiffResult> diff_images(const BlockReader &left, const BlockReader &right, const std::stop_token &stop, const ProgressSink &progress) try {
    DiffResult result{.step = std::min(left.block_size(), right.block_size())};
    std::vector<std::byte> here(static_cast<std::size_t>(result.step)), there(here.size());
    const std::uint64_t size = std::max(left.size(), right.size());
    for (std::uint64_t at = 0, part; at < size; at += part) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        const auto got_here = left.read_at(at, here);
        const auto got_there = right.read_at(at, there);
        part = std::min(result.step, size - at);
        for (const auto &[image, got] : {std::pair(&left, &got_here), std::pair(&right, &got_there)}) {
            if (*got) continue;
            if (got->error().code == ErrorCode::out_of_memory) return std::unexpected(got->error());
            // A lost piece is one difference, because a head can announce any number of missing blocks.
            if (at < image->size()) part = std::max(part, std::min(image->lost_until(at), size) - at);
        }
        const bool is_unknown = !got_here || !got_there;
        if (is_unknown || *got_here != *got_there ||
            !std::equal(here.begin(), here.begin() + static_cast<std::ptrdiff_t>(*got_here), there.begin())) {
            auto &found = result.differences;
            if (!found.empty() && found.back().is_unknown == is_unknown && found.back().extent.offset + found.back().extent.size == at)
                found.back().extent.size += part;
            else
                found.push_back({{at, part}, is_unknown});
        }
        report(progress, {.phase = Phase::compare, .done = at + part, .total = size});
    }
    return result;
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

} // namespace cloop
