#include "job/estimate.h"

#include "base/sha256.h"
#include "base/unique_fd.h"
#include "base/zeros.h"
#include "source/archive_sample.h"
#include "source/archive_stream.h"
#include "source/split_set.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <new>
#include <numeric>

namespace cloop {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::uint64_t sector = 2048;

/// Records of a directory as they will be about: many small files are mostly these.
class RecordSample {
public:
    void add(std::string_view name, const struct stat &status) {
        size_ += 3 * name.size() + 173;
        if (records_.size() >= most_kept) return;
        const auto both = [&](std::uint32_t number) {  // little endian, then big endian
            for (int i = 0; i < 4; ++i) records_ += static_cast<char>(number >> 8 * i);
            for (int i = 3; i >= 0; --i) records_ += static_cast<char>(number >> 8 * i);
        };
        // The record itself, then Rock Ridge: PX, TF, NM; then Joliet's, in UTF-16.
        records_ += static_cast<char>(114 + name.size());
        both(static_cast<std::uint32_t>(size_ / 16));
        both(static_cast<std::uint32_t>(status.st_size));
        records_ += std::string(12, 'u') + std::string(name.substr(0, 8)) + ".;1PX,\1";
        both(status.st_mode);
        both(static_cast<std::uint32_t>(status.st_nlink));
        both(status.st_uid);
        both(status.st_gid);
        both(static_cast<std::uint32_t>(status.st_ino));
        records_ += std::string("TF\x1a\1\x0e") + std::string(21, 't') + "NM" + std::string(name);
        for (const char c : name) {
            records_ += '\0';
            records_ += c;
        }
    }

    std::uint64_t size() const { return size_; }

    void read(std::uint64_t offset, std::span<std::byte> out) const {
        for (std::size_t i = 0; i < out.size() && !records_.empty(); ++i) out[i] = static_cast<std::byte>(records_[(offset + i) % records_.size()]);
    }

private:
    static constexpr std::size_t most_kept = 4u << 20;

    std::string records_;   ///< of the first ones; the others are alike
    std::uint64_t size_ = 0;
};

/// The directories of a folder, then its files one behind the other, each from the beginning of a sector: as they will lie in the ISO.
class FolderSample final : public ByteSource {
public:
    explicit FolderSample(std::string path) : name_(std::move(path)) {}

    Status list(const std::stop_token &stop) { return list(name_, stop); }

    std::uint64_t size() const override { return size_ + records_.size(); }
    const std::string &name() const override { return name_; }

    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size() - std::min(offset, size()))));
        std::ranges::fill(out, std::byte{0});
        const auto of_records = static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), records_.size() - std::min(offset, records_.size())));
        records_.read(offset, out.first(of_records));
        if (of_records < out.size()) read_files(offset + of_records - records_.size(), out.subspan(of_records));
        return out.size();
    }

private:
    void read_files(std::uint64_t offset, std::span<std::byte> out) const {
        auto at = std::ranges::upper_bound(files_, offset, {}, &File::begin);
        if (at != files_.begin()) --at;
        for (; at != files_.end() && at->begin < offset + out.size(); ++at) {
            const std::uint64_t begin = std::max(offset, at->begin);
            const std::uint64_t end = std::min(offset + out.size(), at->begin + at->size);
            if (begin >= end) continue;
            const UniqueFd fd(::open(at->path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
            // A sample: what can't be read counts as zeros, as it will in the image.
            if (fd) (void)!::pread(fd.get(), out.data() + (begin - offset), end - begin, static_cast<off_t>(begin - at->begin));
        }
    }

    struct File {
        std::uint64_t begin;
        std::uint64_t size;
        std::string path;
    };

    Status list(const std::string &folder, const std::stop_token &stop) {
        DIR *listing = ::opendir(folder.c_str());
        if (!listing) return folder == name_ ? Status(fail_errno(ErrorCode::read_failed, folder)) : Status();
        const std::unique_ptr<DIR, int (*)(DIR *)> closer(listing, ::closedir);
        size_ += 2 * sector;  // its records, in both trees
        while (const dirent *entry = ::readdir(listing)) {
            if (stop.stop_requested()) return fail(ErrorCode::cancelled);
            const std::string_view name = entry->d_name;
            struct stat status {};
            if (name == "." || name == ".." || ::fstatat(::dirfd(listing), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) continue;
            records_.add(name, status);
            std::string path = folder + "/" + std::string(name);
            if (S_ISDIR(status.st_mode)) {
                CLOOP_TRY(list(path, stop));
            } else if (S_ISREG(status.st_mode) && status.st_size > 0) {
                const auto size = static_cast<std::uint64_t>(status.st_size);
                files_.push_back({size_, size, std::move(path)});
                size_ += (size + sector - 1) / sector * sector;
            }
        }
        return {};
    }

    std::string name_;
    RecordSample records_;
    std::vector<File> files_;
    std::uint64_t size_ = 31 * sector;  // system area, descriptors, path tables
};

/// A step with which i × step mod count meets every number below `count` once, and spreads well wherever it is cut off: near the
/// golden section, and without a common divisor.
std::uint64_t even_step(std::uint64_t count) {
    auto step = std::max<std::uint64_t>(static_cast<std::uint64_t>(0.6180339887 * static_cast<double>(count)), 1);
    while (count > 0 && std::gcd(step, count) != 1) ++step;
    return step;
}

} // namespace

Result<Sampled> open_sampled(const std::string &path, const std::stop_token &stop) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) {
        if (is_archive_name(path)) {
            auto archive = sample_archive(path, std::chrono::milliseconds(700), stop);
            if (!archive) return std::unexpected(std::move(archive).error());
            return Sampled{std::move(archive->source), archive->pass_seconds};
        }
        auto file = open_whole(path);
        if (!file) return std::unexpected(std::move(file).error());
        return Sampled{std::move(*file)};
    }
    auto folder = std::make_shared<FolderSample>(path);
    CLOOP_TRY(folder->list(stop));
    return Sampled{std::move(folder)};
}

Result<Estimator> Estimator::begin(Sampled sampled, const CreateOptions &options) {
    CreateOptions checked = options;
    checked.encoding.zlib_only = is_zlib_only(options.format);
    CLOOP_TRY(check(checked.encoding));
    return Estimator(std::move(sampled), checked);
}

Estimator::Estimator(Sampled sampled, const CreateOptions &options)
    : sampled_(std::move(sampled)), options_(options), encoder_(options.encoding, options.block_size), raw_(options.block_size), decoded_(options.block_size),
      blocks_((sampled_.source->size() + options.block_size - 1) / options.block_size), step_(even_step(blocks_)) {}

Status Estimator::sample(std::chrono::milliseconds limit, const std::stop_token &stop) try {
    constexpr std::size_t least = 8;
    const auto end = Clock::now() + limit;
    while (seen_ < blocks_ && (seen_ < least || Clock::now() < end)) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        const std::uint64_t block = seen_ * step_ % blocks_;
        const auto before = Clock::now();
        auto got = sampled_.source->read_at(block * options_.block_size, raw_);
        if (!got) return std::unexpected(std::move(got).error());
        std::fill(raw_.begin() + static_cast<std::ptrdiff_t>(*got), raw_.end(), std::byte{0});
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
        ++seen_;
    }
    return {};
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

Estimate Estimator::estimate() const {
    Estimate result{.content_size = sampled_.source->size(), .sampled = seen_, .is_exact = seen_ == blocks_};
    if (seen_ == 0) return result;
    const auto n = static_cast<double>(seen_), all = static_cast<double>(blocks_);
    const double index = 8.0 * (all + 1) + head_size;
    const double mean = sum_ / n;
    const double deviation = std::sqrt(std::max(sum_of_squares_ / n - mean * mean, 0.0));
    // Two standard errors; of a finite number of blocks, none once all were seen.
    const double error = 2 * deviation / std::sqrt(n) * std::sqrt(std::max(1 - n / all, 0.0));
    const auto total = [&](double a_block) { return static_cast<std::uint64_t>(std::max(a_block, 0.0) * all + index); };
    result.image_size = total(mean);
    result.low = total(mean - error);
    result.high = total(mean + error);
    // Two threads on two processors take 0.55 of one thread's time, not half.
    const double threads = options_.threads > 1 ? options_.threads / 1.1 : 1;
    const double work = work_.count() / n * all;
    result.seconds = work / threads;
    // An archive is read twice, by one thread: once for its list, once beside the encoders.
    if (sampled_.pass_seconds > 0) result.seconds = sampled_.pass_seconds + std::max(sampled_.pass_seconds, (work + sampled_.pass_seconds) / threads);
    return result;
}

std::uint64_t least_image_size(SourcePtr source, const CreateOptions &options) {
    if (options.encoding.encoder == EncoderId::none) return source->size();
    // Of a few blocks nothing can be said.
    if (source->size() < 64 * std::uint64_t{options.block_size}) return 0;
    // A few blocks by the quickest encoder: three quarters of the low end is less than any other makes of it.
    CreateOptions quick = options;
    quick.encoding = {EncoderId::deflate, 1, true};
    quick.format = ImageFormat::v2;
    quick.verify = quick.want_sha256 = false;
    auto estimator = Estimator::begin({std::move(source)}, quick);
    if (!estimator || !estimator->sample(std::chrono::milliseconds(50), {})) return 0;
    return estimator->estimate().low / 4 * 3;
}

} // namespace cloop
