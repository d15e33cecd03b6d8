// SPDX-License-Identifier: GPL-3.0-or-later
// Streams a source from beginning to end.

#pragma once

#include "base/byte_source.h"
#include "base/byte_stream.h"
#include "base/tolerant_read.h"

#include <functional>

namespace cloop {

/// Holes are not read. At the end, checks that the source was not changed.
class SourceStream final : public ByteStream {
public:
    /// `on_loss`: if given, unreadable bytes are zeros, and each run of them is reported here (bytes_lost: `offset` of its beginning, `detail` its
    /// length), by the thread that calls read().
    explicit SourceStream(SourcePtr source, std::function<void(const Error &)> on_loss = {})
        : source_(std::move(source)), on_loss_(std::move(on_loss)) {}

    std::optional<std::uint64_t> size() const override { return source_->size(); }
    const std::string &name() const override { return source_->name(); }
    Result<std::size_t> read(std::span<std::byte> out) override;

private:
    void read_past(std::span<std::byte> out);
    void tell_loss();

    SourcePtr source_;
    std::function<void(const Error &)> on_loss_;
    std::uint64_t offset_ = 0;
    std::uint64_t next_data_ = 0;  ///< known to be zeros up to here
    LostRange lost_;               ///< the run not reported yet
};

} // namespace cloop
