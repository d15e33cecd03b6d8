// SPDX-License-Identifier: GPL-3.0-or-later
// Who encodes blocks. Raw blocks go in, stored ones come back in the same order.

#pragma once

#include "codec/encoder.h"

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>

namespace cloop {

struct PipelineOptions {
    Encoding encoding;
    std::uint32_t block_size = 65536;
    unsigned threads = 1;  ///< the same bytes come out for any number
};

/// A block as it will be stored. Its bytes stay until BlockEncoders::release().
struct EncodedBlock {
    Encoded stored;
    std::uint64_t raw_hash = 0;  ///< hash_block()
};

/// Threads: all members for one, the driver's. The memory that blocks at hand take is bounded by the window, which is the encoders' own.
class BlockEncoders {
public:
    /// Drops what is at hand.
    virtual ~BlockEncoders() = default;

    virtual std::uint32_t block_size() const = 0;

    /// Where the next raw block goes, block_size() bytes; empty where the window is full: then take one back first. Throws std::bad_alloc.
    virtual std::span<std::byte> free_block() = 0;
    /// Gives the block that free_block() named, which is filled now.
    virtual void submit() = 0;

    /// Whether nothing is at hand.
    virtual bool is_empty() const = 0;
    /// The oldest block where it is done, else null.
    virtual const Result<EncodedBlock> *try_next() = 0;
    /// The oldest block; waits for it. Errors: cancelled, within a second of `stop`; out_of_memory. Pre: !is_empty().
    virtual Result<EncodedBlock> next(const std::stop_token &stop) = 0;
    /// Gives the block of try_next() or next() back.
    virtual void release() = 0;
};

/// The encoders of this process: a pool of threads, or a single one that encodes as it is given blocks. Pre: check(options.encoding) succeeded.
/// Throws std::bad_alloc.
std::unique_ptr<BlockEncoders> make_local_encoders(const PipelineOptions &options);

/// Fast non-cryptographic hash (XXH3); not for hostile input.
std::uint64_t hash_block(std::span<const std::byte> raw);

} // namespace cloop
