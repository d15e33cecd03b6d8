// SPDX-License-Identifier: GPL-3.0-or-later
// The content of an image as a stream, to build a new image.

#pragma once

#include "base/byte_stream.h"
#include "base/tolerant_read.h"
#include "image/block_reader.h"
#include "image/lost_blocks.h"

namespace cloop {

/// Reads an image in order, decoding ahead in the reader's threads. With `keep_going`, a lost block is zeros and recorded; without, read() fails.
class ContentStream final : public ByteStream {
public:
    ContentStream(std::shared_ptr<const BlockReader> image, bool keep_going) : image_(std::move(image)), reader_(*image_), keep_going_(keep_going) {}

    std::optional<std::uint64_t> size() const override { return image_->size(); }
    const std::string &name() const override { return image_->name(); }
    Result<std::size_t> read(std::span<std::byte> out) override;

    std::vector<LostBlocks> lost() const;  ///< so far

private:
    std::shared_ptr<const BlockReader> image_;
    TolerantReader reader_;  ///< reads past damage
    bool keep_going_;
    std::uint64_t offset_ = 0;
};

} // namespace cloop
