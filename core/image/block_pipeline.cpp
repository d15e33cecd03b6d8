// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/block_pipeline.h"

#include <algorithm>
#include <new>

namespace cloop {

Result<PipelineResult> encode_blocks(ByteStream &input, BlockEncoders &encoders, const BlockConsumer &consume, Sha256 *sha256,
                                     const std::stop_token &stop, const std::function<void(std::uint64_t)> &progress) try {
    PipelineResult result;
    bool has_ended = false;
    const auto take_back = [&](const Result<EncodedBlock> &block) -> Status {
        if (!block) return std::unexpected(block.error());
        result.block_hashes.push_back(block->raw_hash);
        CLOOP_TRY(consume(block->stored));
        encoders.release();
        progress(std::min<std::uint64_t>(result.content_size, result.block_hashes.size() * std::uint64_t{encoders.block_size()}));
        return {};
    };
    for (;;) {
        while (const auto *block = encoders.try_next()) CLOOP_TRY(take_back(*block));
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        if (const auto raw = has_ended ? std::span<std::byte>() : encoders.free_block(); !raw.empty()) {
            CLOOP_LET(got, input.read(raw));
            has_ended = got < raw.size();
            if (got == 0) continue;
            if (sha256) sha256->add(raw.first(got));
            std::ranges::fill(raw.subspan(got), std::byte{0});
            result.content_size += got;
            encoders.submit();
        } else if (!encoders.is_empty()) {
            CLOOP_TRY(take_back(encoders.next(stop)));
        } else {
            return result;
        }
    }
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

} // namespace cloop
