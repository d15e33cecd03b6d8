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

/// Records of directories as they will be about, Rock Ridge's first, then Joliet's: many small files are mostly these.
class RecordSample {
public:
    /// `begin`: where the file will lie.
    void add(std::string_view name, const struct stat &status, std::uint64_t begin) {
        std::string record = head_of(begin, status);
        for (const char c : name.substr(0, 31)) record += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        record += ";1PX,\1";
        for (const std::uint64_t number : {std::uint64_t{status.st_mode}, std::uint64_t{status.st_nlink}, std::uint64_t{status.st_uid}, std::uint64_t{status.st_gid}, ++number_})
            record += both(number);
        rock_ridge_.add(record + "TF\x1a\1\x0e" + std::string(21, 't') + "NM" + std::string(3, '\0') + std::string(name));

        record = head_of(begin, status);
        for (const char c : name) record += {'\0', c};
        joliet_.add(record);
    }

    std::uint64_t size() const { return rock_ridge_.size + joliet_.size; }

    void read(std::uint64_t offset, std::span<std::byte> out) const {
        for (std::size_t i = 0; i < out.size(); ++i, ++offset)
            out[i] = offset < rock_ridge_.size ? rock_ridge_.at(offset) : joliet_.at(offset - rock_ridge_.size);
    }

private:
    struct Tree {
        static constexpr std::size_t most_kept = 2u << 20;

        std::string first;  ///< the others are alike
        std::uint64_t size = 0;

        void add(std::string_view record) {
            size += record.size();
            if (first.size() < most_kept) first += record;
        }
        std::byte at(std::uint64_t offset) const { return static_cast<std::byte>(first[offset % first.size()]); }
    };

    /// Little endian, then big endian.
    static std::string both(std::uint64_t number) {
        std::string bytes;
        for (int i = 0; i < 4; ++i) bytes += static_cast<char>(number >> 8 * i);
        return bytes + std::string(bytes.rbegin(), bytes.rend());
    }

    static std::string head_of(std::uint64_t begin, const struct stat &status) {
        return "r" + both(begin / sector) + both(static_cast<std::uint64_t>(status.st_size)) + std::string(16, 't');
    }

    Tree rock_ridge_, joliet_;
    std::uint64_t number_ = 0;
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
        std::vector<std::string> names;
        while (const dirent *entry = ::readdir(listing)) names.emplace_back(entry->d_name);
        std::ranges::sort(names);
        for (const auto &name : names) {
            if (stop.stop_requested()) return fail(ErrorCode::cancelled);
            struct stat status {};
            if (name == "." || name == ".." || ::fstatat(::dirfd(listing), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) continue;
            // All empty ones lie in one place.
            records_.add(name, status, S_ISREG(status.st_mode) && status.st_size > 0 ? size_ : 0);
            std::string path = folder + "/" + name;
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
