// SPDX-License-Identifier: GPL-3.0-or-later
// Writes an image of a stream and verifies it.

#pragma once

#include "base/byte_sink.h"
#include "base/byte_stream.h"
#include "base/progress.h"
#include "image/block_pipeline.h"
#include "image/image_writer.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace cloop {

struct CreateOptions {
    ImageFormat format = ImageFormat::v2;
    Encoding encoding;
    std::uint32_t block_size = 65536;
    unsigned threads = 1;
    bool note_size = true;    ///< note the exact length in the preamble
    bool verify = true;       ///< read back from the disc, decode and compare; FileSink only
    bool want_sha256 = false; ///< of the content
    std::string spool_folder = "/tmp";  ///< for blocks that ImageWriter can't write at once
    /// Where blocks are encoded; null: in this process.
    std::function<std::unique_ptr<BlockEncoders>(const PipelineOptions &)> make_encoders{};
};

struct CreateResult {
    std::uint64_t content_size = 0;
    std::uint64_t image_size = 0;
    std::size_t block_count = 0;
    std::size_t longest_stored = 0;   ///< bytes of the largest stored block
    bool is_verified = false;
    std::string sha256;  ///< empty unless requested
};

/// Whether only codecs of all versions are allowed.
constexpr bool is_for_all_versions(ImageFormat format) { return format == ImageFormat::v2; }

/// Writes to `sink` and commits it; on any error nothing is committed. `on_block` (may be empty) gets the stored size of each block, in order.
/// Errors: those of input, sink and encoding; image_too_large in place of file_too_large; verify_failed with the block; cancelled.
Result<CreateResult> create_image(ByteStream &input, ByteSink &sink, const CreateOptions &options, const std::stop_token &stop,
                                  const ProgressSink &progress, const std::function<void(std::size_t stored)> &on_block = {});

} // namespace cloop
