// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/estimate.h"

#include "base/precondition.h"
#include "base/sha256.h"
#include "base/zeros.h"
#include "file/split_set.h"
#include "source/archive_sample.h"
#include "source/folder_sample.h"
#include "source/open_stream.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <numeric>

namespace cloop {

namespace {

using Clock = std::chrono::steady_clock;

/// A step for which i × step mod count visits every number below `count` once and is evenly spread at any time: near the golden ratio and coprime to
/// `count`.
std::uint64_t even_step(std::uint64_t count) {
    auto step = std::max<std::uint64_t>(static_cast<std::uint64_t>(0.6180339887 * static_cast<double>(count)), 1);
    while (count > 0 && std::gcd(step, count) != 1) ++step;
    return step;
}

/// Student's t for 95 % with `freedom` degrees of freedom, by the first terms of its series.
double certain_to_19_in_20(double freedom) { return 1.96 + 2.37 / freedom + 2.82 / (freedom * freedom); }

} // namespace

Result<Sampled> open_sampled(const BuildSource &from, const std::stop_token &stop) {
    CLOOP_PRE(from.image || from.path != "-");
    if (from.image) return Sampled{from.image};
    const std::string &path = from.path;
    const SourceKind kind = kind_of_source(path);
    if (kind == SourceKind::folder) {
        CLOOP_LET(folder, sample_folder(path, from.filter, stop));
        return Sampled{.source = std::move(folder.source), .is_exact = false, .imitated_size = folder.records_size};
    }
    CLOOP_LET(file, open_whole(path));
    if (kind == SourceKind::archive) {
        auto archive = sample_archive(std::move(file), from.filter, std::chrono::milliseconds(700), stop);
        if (!archive) return std::unexpected(with_lost_part(std::move(archive).error(), path));
        return Sampled{.source = std::move(archive->source), .pass_seconds = archive->pass_seconds, .is_exact = false};
    }
    return Sampled{std::move(file)};
}

Result<Estimator> Estimator::begin(Sampled sampled, const CreateOptions &options) {
    CreateOptions checked = options;
    checked.encoding.for_all_versions = is_for_all_versions(options.format);
    CLOOP_TRY(check(checked.encoding));
    return Estimator(std::move(sampled), checked);
}

Estimator::Estimator(Sampled sampled, const CreateOptions &options)
    : sampled_(std::move(sampled)), options_(options), encoder_(options.encoding, options.block_size), raw_(options.block_size),
      decoded_(options.block_size), blocks_((sampled_.source->size() + options.block_size - 1) / options.block_size), step_(even_step(blocks_)),
      imitated_blocks_((sampled_.imitated_size + options.block_size - 1) / options.block_size) {}

Status Estimator::sample(std::chrono::milliseconds limit, const std::stop_token &stop) try {
    constexpr std::size_t least = 8;
    // Don't begin with the first block: it holds directories, which compress better than most.
    const std::uint64_t start = step_ / 2;
    const auto end = Clock::now() + limit;
    while (seen_ < blocks_ && (seen_ < least || Clock::now() < end)) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        const std::uint64_t block = (start + seen_ * step_) % blocks_;
        const auto before = Clock::now();
        CLOOP_LET(got, sampled_.source->read_at(block * options_.block_size, raw_));
        std::fill(raw_.begin() + static_cast<std::ptrdiff_t>(got), raw_.end(), std::byte{0});
        const auto read = Clock::now();
        const Encoded stored = encoder_.encode(raw_);
        const auto encoded = Clock::now();
        // The build also hashes each block and decodes it for verification.
        (void)hash_block(raw_);
        if (options_.want_sha256) Sha256().add(raw_);
        const auto hashed = Clock::now();
        if (options_.verify && decoder_.decode(stored.codec, stored.bytes, decoded_)) (void)hash_block(decoded_);
        work_ += Clock::now() - before;
        verifying_ += Clock::now() - hashed;
        // The build encodes only one zero block; the others are only read and hashed.
        if (is_all_zero(raw_)) work_ -= encoded - read;
        const auto size = static_cast<double>(stored.bytes.size());
        sum_ += size;
        sum_of_squares_ += size * size;
        if (block < imitated_blocks_) {
            imitated_sum_ += size;
            ++imitated_seen_;
        }
        ++seen_;
    }
    return {};
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

Estimate Estimator::estimate() const {
    Estimate result{.content_size = sampled_.source->size(), .sampled = seen_, .is_complete = seen_ == blocks_};
    if (seen_ == 0) return result;
    const auto n = static_cast<double>(seen_), all = static_cast<double>(blocks_);
    const double index = 8.0 * (all + 1) + head_size;
    const double mean = sum_ / n;
    // Add one empty and one incompressible block to the variance, because a few blocks may not show the extremes.
    const double whole = options_.block_size;
    const double squares = std::max(sum_of_squares_ - n * mean * mean, 0.0) + mean * mean + (whole - mean) * (whole - mean);
    const double deviation = std::sqrt(squares / (n + 1));
    // The finite population factor: once all blocks are sampled, the sum is exact.
    double error = certain_to_19_in_20(n + 1) * deviation / std::sqrt(n) * std::sqrt(std::max(1 - n / all, 0.0));
    // Measured with complete samples: 26 folders were off by up to 2.5 %, one of almost only directories by 9 %.
    constexpr double of_layout = 0.02, of_imitation = 0.35;
    const double imitated = imitated_seen_ > 0 ? imitated_sum_ / static_cast<double>(imitated_seen_) : mean;
    if (!sampled_.is_exact) error = std::max(error, of_layout * mean + of_imitation * imitated * static_cast<double>(imitated_blocks_) / all);
    const auto total = [&](double a_block) { return static_cast<std::uint64_t>(std::max(a_block, 0.0) * all + index); };
    result.image_size = total(mean);
    result.low = total(mean - error);
    result.high = total(std::min(mean + error, std::max(mean, whole)));
    // Measured: two threads on two processors take 0.55 of one thread's time.
    const double threads = options_.threads > 1 ? options_.threads / 1.1 : 1;
    const double work = work_.count() / n * all;
    result.seconds = work / threads;
    result.verify_seconds = verifying_.count() / n * all / threads;
    // An archive is read twice, by one thread: once for the list, once while the encoders run.
    if (sampled_.pass_seconds > 0) result.seconds = sampled_.pass_seconds + std::max(sampled_.pass_seconds, (work + sampled_.pass_seconds) / threads);
    return result;
}

} // namespace cloop
