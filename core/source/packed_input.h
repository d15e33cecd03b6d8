// SPDX-License-Identifier: GPL-3.0-or-later
// A packed file, read in order by the one who unpacks it.

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
    std::uint64_t consumed() const { return offset_; }  ///< bytes taken so far

    /// What comes next, at least one byte; empty at the end. Valid until the next call. Errors: those of the source; cancelled.
    Result<std::span<const std::byte>> peek();

    /// Pre: no more than peek() gave.
    void take(std::size_t count) { offset_ += count; }

    /// Error: archive_cut_short, where it ends before `out` is full; those of peek().
    Status read(std::span<std::byte> out);

    /// What lies behind the last byte that belongs to something may be padding. Error: archive_damaged, where it is not.
    Status expect_padding();

private:
    SourcePtr source_;
    std::stop_token stop_;
    std::uint64_t offset_ = 0;
    std::vector<std::byte> buffer_;
    std::uint64_t buffer_begin_ = 0;
};

} // namespace cloop
