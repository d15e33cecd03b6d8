// A source read from its beginning to its end.

#pragma once

#include "base/byte_source.h"
#include "base/byte_stream.h"

namespace cloop {

/// Holes are not read. At the end the source must still be what it was when it was opened.
class SourceStream final : public ByteStream {
public:
    explicit SourceStream(SourcePtr source) : source_(std::move(source)) {}

    std::optional<std::uint64_t> size() const override { return source_->size(); }
    const std::string &name() const override { return source_->name(); }
    Result<std::size_t> read(std::span<std::byte> out) override;

private:
    SourcePtr source_;
    std::uint64_t offset_ = 0;
    std::uint64_t next_data_ = 0;  ///< zeros up to here are known
};

} // namespace cloop
