// SPDX-License-Identifier: GPL-3.0-or-later
// Assembles an image from stored blocks, index and head.

#pragma once

#include "base/byte_sink.h"
#include "base/unique_fd.h"
#include "codec/encoder.h"
#include "format/block_index.h"

#include <optional>

namespace cloop {

/// Formats for writing: version 2 with the head first; version 4 with the head first or last.
enum class ImageFormat { v2, v4, v4_stream };

/// Append all blocks, then call finish(). The caller commits the sink.
class ImageWriter {
public:
    /// `content_size`: if known and the sink can be patched, room for a first head is left at once. Else the blocks are spooled to an unnamed file in
    /// `spool_folder`; a v4_stream never needs one. Pre: is_valid_block_size(block_size). `sink` outlives the writer.
    static Result<ImageWriter> begin(ByteSink &sink, ImageFormat format, std::uint32_t block_size, std::optional<std::uint64_t> content_size,
                                     const std::string &spool_folder);

    /// Appends the next block. Errors: those of the sink; index_too_large.
    Status append(const Encoded &block);

    /// Writes index and head. `noted_size`: the exact length to note in the preamble.
    /// Error: source_changed, if the content's length differs from that given to begin().
    Status finish(std::optional<std::uint64_t> noted_size);

    std::size_t block_count() const { return index_.block_count(); }
    std::uint64_t size() const { return offset_; }  ///< of the image so far, in bytes

private:
    ImageWriter(ByteSink &sink, ImageFormat format) : sink_(&sink), format_(format) {}
    Status finish_stream(const Head &head, std::optional<std::uint64_t> noted_size);
    Status finish_spooled(const Head &head, std::optional<std::uint64_t> noted_size);
    Status put(std::span<const std::byte> bytes);

    ByteSink *sink_;
    FileSink *patchable_ = nullptr;  ///< the sink, if room for head and index was left at its beginning
    ImageFormat format_;
    std::uint32_t block_size_ = 0;
    std::size_t expected_blocks_ = 0;
    std::uint64_t offset_ = 0;
    IndexBuilder index_;
    UniqueFd spool_;
};

} // namespace cloop
