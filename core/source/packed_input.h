// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a compressed file in order, for the unpacking streams.

#pragma once

#include "base/byte_source.h"

#include <span>
#include <stop_token>
#include <vector>

namespace cloop {

/// Used by one thread at a time.
class PackedInput {
public:
    PackedInput(SourcePtr source, std::stop_token stop) : source_(std::move(source)), stop_(std::move(stop)) {}

    const std::string &name() const { return source_->name(); }
    const std::stop_token &stop() const { return stop_; }
    std::uint64_t size() const { return source_->size(); }
    std::uint64_t consumed() const { return offset_; }  ///< bytes consumed so far

    /// The next bytes, at least one; empty at the end. Valid until the next call. Errors: those of the source; cancelled.
    Result<std::span<const std::byte>> peek();

    /// Skips bytes that were peeked at, or that another reader of the source has consumed.
    void take(std::uint64_t count) { offset_ += count; }

    /// Errors: archive_cut_short, if the file ends before `out` is full; those of peek().
    Status read(std::span<std::byte> out);

    /// Reads the rest of the file. Error: archive_damaged, if it is not padding.
    Status expect_padding();

private:
    SourcePtr source_;
    std::stop_token stop_;
    std::uint64_t offset_ = 0;
    std::vector<std::byte> buffer_;
    std::uint64_t buffer_begin_ = 0;
};

} // namespace cloop
