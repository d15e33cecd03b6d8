// SPDX-License-Identifier: GPL-3.0-or-later
// How large an image will be, and how long it takes, from a sample of the blocks.

#pragma once

#include "base/byte_source.h"
#include "codec/encoder.h"
#include "job/build_source.h"
#include "job/create_image.h"

#include <chrono>
#include <vector>

namespace cloop {

/// What a sample is taken of.
struct Sampled {
    SourcePtr source;         ///< can be read at any place, without being turned into a stream first
    double pass_seconds = 0;  ///< of an archive: what reading it through once takes, which one thread does
    bool is_exact = true;     ///< false: the ISO will be laid out a little differently
    std::uint64_t imitated_size = 0;  ///< bytes at the beginning of the source that are only like those of the ISO: its directories
};

/// Files are taken as they are, of an image its content; of a folder, its files laid out as an ISO would, without directories; for an archive, a
/// sample of its contents (see sample_archive()). Pre: the source is not standard input. Errors: those of open_whole(), sample_folder() and
/// sample_archive().
Result<Sampled> open_sampled(const BuildSource &source, const std::stop_token &stop);

struct Estimate {
    std::uint64_t content_size = 0;
    std::uint64_t image_size = 0;  ///< the most likely; within [low, high] in 19 of 20 cases
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    double seconds = 0;            ///< of the whole job, with all its threads
    std::size_t sampled = 0;       ///< blocks
    bool is_complete = false;      ///< all blocks were seen

    /// Within a fiftieth, by enough blocks: one number says it.
    bool is_close() const { return (is_complete || sampled >= 64) && high - low <= image_size / 25; }
};

/// Encodes blocks that are spread evenly over the source: the longer it goes on, the closer it comes. Used by one thread at a time.
class Estimator {
public:
    /// Errors: those of the encoding. Throws std::bad_alloc.
    static Result<Estimator> begin(Sampled sampled, const CreateOptions &options);

    /// Goes on until `limit` is over or all blocks were seen. Errors: those of the source; cancelled; out_of_memory.
    Status sample(std::chrono::milliseconds limit, const std::stop_token &stop);

    /// By what was seen so far.
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
    std::chrono::duration<double> work_{};      ///< what one thread needed for the blocks that were seen
};

} // namespace cloop
