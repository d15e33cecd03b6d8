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

/// A step with which i × step mod count meets every number below `count` once, and spreads well wherever it is cut off: near the
/// golden section, and without a common divisor.
std::uint64_t even_step(std::uint64_t count) {
    auto step = std::max<std::uint64_t>(static_cast<std::uint64_t>(0.6180339887 * static_cast<double>(count)), 1);
    while (count > 0 && std::gcd(step, count) != 1) ++step;
    return step;
}

/// How many standard errors hold in 19 of 20 cases: Student's t by the first terms of its series, for `freedom` degrees of it.
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
    // The first block holds directories, which deflate better than most: the order begins elsewhere.
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
        // The build does the rest as well: hash, and inflate what was written.
        (void)hash_block(raw_);
        if (options_.want_sha256) Sha256().add(raw_);
        if (options_.verify && decoder_.decode(stored.codec, stored.bytes, decoded_)) (void)hash_block(decoded_);
        work_ += Clock::now() - before;
        // One block of zeros is encoded, for all; they are only read and hashed.
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
    // As if one block more had been empty and one had not shrunk: what a few blocks don't show may be there all the same.
    const double whole = options_.block_size;
    const double squares = std::max(sum_of_squares_ - n * mean * mean, 0.0) + mean * mean + (whole - mean) * (whole - mean);
    const double deviation = std::sqrt(squares / (n + 1));
    // Once all blocks were seen, their sum is exact.
    double error = certain_to_19_in_20(n + 1) * deviation / std::sqrt(n) * std::sqrt(std::max(1 - n / all, 0.0));
    // When all blocks of their samples were seen, 26 folders were off by up to 2.5 %, and one that is almost nothing but directories by 9 %.
    constexpr double of_layout = 0.02, of_imitation = 0.35;
    const double imitated = imitated_seen_ > 0 ? imitated_sum_ / static_cast<double>(imitated_seen_) : mean;
    if (!sampled_.is_exact) error = std::max(error, of_layout * mean + of_imitation * imitated * static_cast<double>(imitated_blocks_) / all);
    const auto total = [&](double a_block) { return static_cast<std::uint64_t>(std::max(a_block, 0.0) * all + index); };
    result.image_size = total(mean);
    result.low = total(mean - error);
    result.high = total(std::min(mean + error, std::max(mean, whole)));
    // Two threads on two processors take 0.55 of one thread's time, not half.
    const double threads = options_.threads > 1 ? options_.threads / 1.1 : 1;
    const double work = work_.count() / n * all;
    result.seconds = work / threads;
    // An archive is read twice, by one thread: once for its list, once beside the encoders.
    if (sampled_.pass_seconds > 0) result.seconds = sampled_.pass_seconds + std::max(sampled_.pass_seconds, (work + sampled_.pass_seconds) / threads);
    return result;
}

} // namespace cloop
