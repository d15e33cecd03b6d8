// SPDX-License-Identifier: GPL-3.0-or-later
// Estimates the size of an image and the time to build it, from a sample of the blocks.

#pragma once

#include "base/byte_source.h"
#include "codec/encoder.h"
#include "job/build_source.h"
#include "job/create_image.h"

#include <chrono>
#include <vector>

namespace cloop {

/// A source for sampling.
struct Sampled {
    SourcePtr source;         ///< readable at any offset, unlike the build's stream
    double pass_seconds = 0;  ///< of an archive: the time of one pass, in one thread
    bool is_exact = true;     ///< false: the ISO's layout will differ a little
    std::uint64_t imitated_size = 0;  ///< bytes at the beginning that only imitate the ISO's directories
};

/// A file is sampled as it is, an image by its content, a folder by an imitated ISO (see sample_folder()), an archive by a sample of its contents
/// (see sample_archive()). Pre: the source is not standard input. Errors: those of open_whole(), sample_folder() and sample_archive().
Result<Sampled> open_sampled(const BuildSource &source, const std::stop_token &stop);

struct Estimate {
    std::uint64_t content_size = 0;
    std::uint64_t image_size = 0;  ///< most likely value; the true size is within [low, high] in 19 of 20 cases
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    double seconds = 0;            ///< of the whole job, with all its threads
    double verify_seconds = 0;     ///< of these, the ones in which the written image is read back
    std::size_t sampled = 0;       ///< blocks
    bool is_complete = false;      ///< all blocks were sampled

    /// Within ±2 %, by enough blocks: one number suffices.
    bool is_close() const { return (is_complete || sampled >= 64) && high - low <= image_size / 25; }
};

/// Encodes blocks spread evenly over the source; more sampling narrows the result. Used by one thread at a time.
class Estimator {
public:
    /// Errors: those of the encoding. Throws std::bad_alloc.
    static Result<Estimator> begin(Sampled sampled, const CreateOptions &options);

    /// Samples until `limit` has passed or all blocks were sampled. Errors: those of the source; cancelled; out_of_memory.
    Status sample(std::chrono::milliseconds limit, const std::stop_token &stop);

    /// From the blocks sampled so far.
    Estimate estimate() const;

private:
    Estimator(Sampled sampled, const CreateOptions &options);

    Sampled sampled_;
    CreateOptions options_;
    BlockEncoder encoder_;
    AnyDecoder decoder_;
    std::vector<std::byte> raw_, decoded_;
    std::uint64_t blocks_ = 0;
    std::uint64_t step_ = 1;
    std::size_t seen_ = 0;
    double sum_ = 0, sum_of_squares_ = 0;       ///< of stored sizes
    std::uint64_t imitated_blocks_ = 0;
    std::size_t imitated_seen_ = 0;
    double imitated_sum_ = 0;                   ///< of their stored sizes
    std::chrono::duration<double> work_{};      ///< one thread's time for the sampled blocks
    std::chrono::duration<double> verifying_{}; ///< of that, for reading them back
};

} // namespace cloop
