// SPDX-License-Identifier: GPL-3.0-or-later
// A source read from its beginning to its end.

#pragma once

#include "base/byte_source.h"
#include "base/byte_stream.h"
#include "base/tolerant_read.h"

#include <functional>

namespace cloop {

/// Holes are not read. At the end the source must still be what it was when it was opened.
class SourceStream final : public ByteStream {
public:
    /// `on_loss`: where given, what can't be read is zeros, and reported here, once for each run of lost bytes (bytes_lost: `offset` where it begins,
    /// `detail` its length), by the thread that calls read().
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
    std::uint64_t next_data_ = 0;  ///< zeros up to here are known
    LostRange lost_;               ///< the run that is not reported yet
};

} // namespace cloop
