// The content of an image as a stream for a new one.

#pragma once

#include "base/byte_stream.h"
#include "image/image_reader.h"

#include <functional>

namespace cloop {

/// Reads an image in order, decoding ahead with the reader's own threads. With `keep_going`, a lost block is zeros and is told to
/// `on_lost`; without, it is the stream's error.
class ContentStream final : public ByteStream {
public:
    ContentStream(std::shared_ptr<const ImageReader> image, bool keep_going, std::function<void(const Error &)> on_lost)
        : image_(std::move(image)), keep_going_(keep_going), on_lost_(std::move(on_lost)) {}

    std::optional<std::uint64_t> size() const override { return image_->size(); }
    const std::string &name() const override { return image_->name(); }
    Result<std::size_t> read(std::span<std::byte> out) override;

private:
    std::shared_ptr<const ImageReader> image_;
    bool keep_going_;
    std::function<void(const Error &)> on_lost_;
    std::uint64_t offset_ = 0;
    std::uint64_t last_lost_ = Error::nowhere;  ///< a block that is cut by two reads is told once
};

} // namespace cloop
