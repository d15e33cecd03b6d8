// SPDX-License-Identifier: GPL-3.0-or-later
// Writes out the content of an image.

#pragma once

#include "base/byte_sink.h"
#include "base/progress.h"
#include "image/block_reader.h"
#include "image/lost_blocks.h"
#include "scan/block_scan.h"

#include <stop_token>

namespace cloop {

struct ExtractOptions {
    unsigned threads = 1;
    bool keep_going = false;  ///< write zeros for a lost block instead of failing
    bool want_sha256 = false; ///< of the bytes written
    bool verify = false;      ///< read back from the disc and compare; FileSink only
};

struct ExtractResult {
    std::uint64_t size = 0;
    std::vector<LostBlocks> lost;  ///< in order
    std::vector<BlockRun> states;  ///< of all blocks, as a check finds them
    std::string sha256;
    bool is_verified = false;
};

/// Zero blocks become holes if the sink supports them. Commits the sink.
/// Errors: those of the sink; those of BlockReader::read_block() unless options.keep_going; verify_failed; cancelled.
Result<ExtractResult> extract_content(const BlockReader &image, ByteSink &sink, const ExtractOptions &options, const std::stop_token &stop,
                                      const ProgressSink &progress);

} // namespace cloop
