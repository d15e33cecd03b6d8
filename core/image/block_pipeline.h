// Cuts a stream into blocks and encodes them, in parallel, in order.

#pragma once

#include "base/byte_stream.h"
#include "base/progress.h"
#include "base/sha256.h"
#include "codec/encoder.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace cloop {

struct PipelineOptions {
    Encoding encoding;
    std::uint32_t block_size = 65536;
    unsigned threads = 1;  ///< the same bytes come out for any number
};

struct PipelineResult {
    std::uint64_t content_size = 0;
    std::vector<std::uint64_t> block_hashes;  ///< hash_block() of each raw block, zeros at the end of the last included
};

/// Takes each stored block, in order, in the caller's thread. An error stops the pipeline.
using BlockConsumer = std::function<Status(const Encoded &)>;

/// Runs to the end of `input`. Memory: 8 × threads blocks, and what the encoders need. `sha256` may be null; it gets the content.
/// Errors: those of input and consumer; cancelled, within one block's time; out_of_memory.
Result<PipelineResult> encode_blocks(ByteStream &input, const PipelineOptions &options, const BlockConsumer &consume, Sha256 *sha256,
                                     const std::stop_token &stop, const std::function<void(std::uint64_t done)> &progress);

/// A quick 64-bit hash to tell raw blocks apart; not for enemies.
std::uint64_t hash_block(std::span<const std::byte> raw);

} // namespace cloop
