// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/extract_content.h"

#include "base/sha256.h"
#include "image/block_walk.h"
#include "job/sparse_hash.h"

#include <algorithm>

namespace cloop {

Result<ExtractResult> extract_content(const BlockReader &image, ByteSink &sink, const ExtractOptions &options, const std::stop_token &stop,
                                      const ProgressSink &progress) {
    ExtractResult result;
    Sha256 sha256;
    SparseHash written_hash;
    FileSink *file = options.verify ? sink.as_file() : nullptr;
    /// Writes in pieces, because any number of missing blocks may be announced.
    const auto add_zeros = [&](std::uint64_t size) -> Status {
        constexpr std::uint64_t piece = 64u << 20;
        CLOOP_TRY(sink.write_zeros(size));
        if (file) written_hash.add_zeros(size);
        for (std::uint64_t done = 0; options.want_sha256 && done < size; done += piece) {
            if (stop.stop_requested()) return fail(ErrorCode::cancelled);
            sha256.add_zeros(std::min(piece, size - done));
        }
        return {};
    };
    auto walked = walk_blocks(image, {.threads = options.threads}, stop, [&](const WalkedBlock &block) -> Status {
        const std::uint64_t size = image.bytes_of(block.range()).size;
        if (!block.outcome) {
            if (!options.keep_going) return std::unexpected(block.outcome.error());
            append_lost(result.lost, block.range(), block.outcome.error());
        }
        append_state(result.states, block.range(), state_of(block.outcome));
        if (!block.outcome || block.outcome->is_zero) {
            CLOOP_TRY(add_zeros(size));
        } else {
            const auto raw = block.raw.first(static_cast<std::size_t>(size));
            CLOOP_TRY(sink.write(raw));
            if (options.want_sha256) sha256.add(raw);
            if (file) written_hash.add(raw);
        }
        result.size += size;
        report(progress, {.phase = Phase::extract, .done = result.size, .total = image.size()});
        return {};
    });
    if (!walked) return std::unexpected(std::move(walked).error());
    if (options.want_sha256) result.sha256 = sha256.hex();
    if (file) {
        CLOOP_LET(written, file->read_back());
        CLOOP_LET(read, sparse_hash_of(*written, image.block_size(), stop, progress));
        if (read != written_hash.hex()) return fail(ErrorCode::verify_failed, written->name());
        result.is_verified = true;
    }
    CLOOP_TRY(sink.commit());
    return result;
}

} // namespace cloop
