// SPDX-License-Identifier: GPL-3.0-or-later
// Interface of block encoders: raw blocks go in, stored ones come back in the same order.

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
    unsigned threads = 1;  ///< does not change the output
};

/// An encoded block. Its bytes are valid until BlockEncoders::release().
struct EncodedBlock {
    Encoded stored;
    std::uint64_t raw_hash = 0;  ///< hash_block()
};

/// Threads: all members are for one thread, the driver. The implementation's window bounds the memory of pending blocks.
class BlockEncoders {
public:
    /// Drops pending blocks.
    virtual ~BlockEncoders() = default;

    virtual std::uint32_t block_size() const = 0;

    /// Buffer for the next raw block, block_size() bytes; empty if the window is full: then take one back first. Throws std::bad_alloc.
    virtual std::span<std::byte> free_block() = 0;
    /// Submits the filled block that free_block() returned.
    virtual void submit() = 0;

    /// Whether no block is pending.
    virtual bool is_empty() const = 0;
    /// The oldest block if it is done, else null.
    virtual const Result<EncodedBlock> *try_next() = 0;
    /// The oldest block; waits for it. Errors: cancelled, within a second of `stop`; out_of_memory. Pre: !is_empty().
    virtual Result<EncodedBlock> next(const std::stop_token &stop) = 0;
    /// Releases the block that try_next() or next() returned.
    virtual void release() = 0;
};

/// Encoders in this process: a pool of threads, or a serial one that encodes in submit(). Pre: check(options.encoding) succeeded.
/// Throws std::bad_alloc.
std::unique_ptr<BlockEncoders> make_local_encoders(const PipelineOptions &options);

/// Fast non-cryptographic hash (XXH3); not for hostile input.
std::uint64_t hash_block(std::span<const std::byte> raw);

} // namespace cloop
