// How large an image will be, and how long it takes, from a sample of the blocks.

#pragma once

#include "job/create_image.h"

#include <chrono>

namespace cloop {

/// A source that can be read at any place without being turned into a stream first: files as they are; of a folder, its files laid
/// out as an ISO would, without directories; for an archive, a sample of its contents (see sample_archive()).
/// Errors: those of open_whole() and sample_archive(); not_found, no_permission; cancelled.
Result<SourcePtr> open_sampled(const std::string &path, const std::stop_token &stop);

struct Estimate {
    std::uint64_t content_size = 0;
    std::uint64_t image_size = 0;  ///< the most likely; within [low, high] in 19 of 20 cases
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    double seconds = 0;            ///< of the compression alone, with all threads
    std::size_t sampled = 0;       ///< blocks
};

/// Encodes blocks spread evenly over the source, until `limit` is over or all blocks were seen.
/// Errors: those of the source; cancelled; out_of_memory.
Result<Estimate> estimate(const ByteSource &source, const CreateOptions &options, std::chrono::milliseconds limit, const std::stop_token &stop);

/// A size that an image of `source` will not stay below, for refusing a full disc at once; 0 where nothing can be said.
std::uint64_t least_image_size(const ByteSource &source, const CreateOptions &options);

} // namespace cloop
