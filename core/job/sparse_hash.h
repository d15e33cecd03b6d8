// SPDX-License-Identifier: GPL-3.0-or-later
// A hash that skips zeros quickly, for comparing written data with data read back.

#pragma once

#include "base/byte_source.h"
#include "base/progress.h"
#include "base/sha256.h"

#include <stop_token>

namespace cloop {

/// Equal contents added in the same pieces have the same hash. It is not the SHA-256 of the content.
class SparseHash {
public:
    void add(std::span<const std::byte> piece);  ///< an all-zero piece counts as add_zeros()
    void add_zeros(std::uint64_t count) { zeros_ += count; }
    std::string hex();  ///< call once

private:
    Sha256 sha256_;
    std::uint64_t zeros_ = 0;  ///< not hashed yet
};

/// The hash of a source in pieces of `piece_size` bytes; holes are not read. Errors: those of the source; cancelled.
Result<std::string> sparse_hash_of(const ByteSource &source, std::uint32_t piece_size, const std::stop_token &stop, const ProgressSink &progress);

} // namespace cloop
