// SPDX-License-Identifier: GPL-3.0-or-later
// A hash of content in which zeros cost nothing, for comparing what was written with what reads back.

#pragma once

#include "base/byte_source.h"
#include "base/progress.h"
#include "base/sha256.h"

#include <stop_token>

namespace cloop {

/// Equal contents that were added in the same pieces have the same hash. It is not the SHA-256 of the content.
class SparseHash {
public:
    void add(std::span<const std::byte> piece);  ///< of zeros only: the same as add_zeros()
    void add_zeros(std::uint64_t count) { zeros_ += count; }
    std::string hex();  ///< once only

private:
    Sha256 sha256_;
    std::uint64_t zeros_ = 0;  ///< that were not hashed yet
};

/// The hash of a whole source in pieces of `piece_size` bytes; holes are not read. Errors: those of the source; cancelled.
Result<std::string> sparse_hash_of(const ByteSource &source, std::uint32_t piece_size, const std::stop_token &stop, const ProgressSink &progress);

} // namespace cloop
