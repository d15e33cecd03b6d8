// SPDX-License-Identifier: GPL-3.0-or-later
// Ends the reads of code that reads past errors and knows of no stop.

#pragma once

#include "base/byte_source.h"

#include <stop_token>
#include <utility>

namespace cloop {

/// The same bytes, until a stop is requested: from then on every read fails at once, so that nothing more is asked of a slow drive.
class StoppableSource final : public ByteSource {
public:
    /// `source` must outlive this.
    StoppableSource(const ByteSource &source, std::stop_token stop) : source_(source), stop_(std::move(stop)) {}

    std::uint64_t size() const override { return source_.size(); }
    std::uint64_t stored_size() const override { return source_.stored_size(); }
    const std::string &name() const override { return source_.name(); }

    /// Errors: those of the source; cancelled.
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        if (stop_.stop_requested()) return fail(ErrorCode::cancelled, name());
        return source_.read_at(offset, out);
    }

    std::uint64_t next_data(std::uint64_t offset) const override { return source_.next_data(offset); }
    std::uint64_t lost_until(std::uint64_t offset) const override { return source_.lost_until(offset); }
    Status check_unchanged() const override { return source_.check_unchanged(); }

private:
    const ByteSource &source_;
    std::stop_token stop_;
};

} // namespace cloop
