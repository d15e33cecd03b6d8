// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts a stream into blocks and encodes them, in order.

#pragma once

#include "base/byte_stream.h"
#include "base/sha256.h"
#include "image/block_encoders.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace cloop {

struct PipelineResult {
    std::uint64_t content_size = 0;
    std::vector<std::uint64_t> block_hashes;  ///< hash_block() of each raw block, the last one padded with zeros
};

/// Receives each stored block, in order, in the caller's thread. An error stops the pipeline.
using BlockConsumer = std::function<Status(const Encoded &)>;

/// Runs to the end of `input`. `sha256` (may be null) gets the content. `progress` gets the bytes of content done.
/// Errors: those of input and consumer; cancelled; out_of_memory.
Result<PipelineResult> encode_blocks(ByteStream &input, BlockEncoders &encoders, const BlockConsumer &consume, Sha256 *sha256,
                                     const std::stop_token &stop, const std::function<void(std::uint64_t done)> &progress);

} // namespace cloop
