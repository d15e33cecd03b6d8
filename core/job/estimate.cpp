#include "job/estimate.h"

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

/// The files of a folder one behind the other, each from the beginning of a sector: as they will lie in the ISO.
class FolderSample final : public ByteSource {
public:
    explicit FolderSample(std::string path) : name_(std::move(path)) {}

    Status list(const std::stop_token &stop) { return list(name_, stop); }

    std::uint64_t size() const override { return size_; }
    const std::string &name() const override { return name_; }

    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size_ - std::min(offset, size_))));
        std::ranges::fill(out, std::byte{0});
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
        return out.size();
    }

private:
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

Result<SourcePtr> open_sampled(const std::string &path, const std::stop_token &stop) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) {
        if (is_archive_name(path)) return sample_archive(path, std::chrono::milliseconds(1500), stop);
        return open_whole(path);
    }
    auto folder = std::make_shared<FolderSample>(path);
    CLOOP_TRY(folder->list(stop));
    return folder;
}

Result<Estimate> estimate(const ByteSource &source, const CreateOptions &options, std::chrono::milliseconds limit, const std::stop_token &stop) try {
    Encoding encoding = options.encoding;
    encoding.zlib_only = is_zlib_only(options.format);
    CLOOP_TRY(check(encoding));
    BlockEncoder encoder(encoding, options.block_size);
    std::vector<std::byte> raw(options.block_size);

    Estimate result{.content_size = source.size()};
    const std::uint64_t blocks = (source.size() + options.block_size - 1) / options.block_size;
    const std::uint64_t step = even_step(blocks);
    double sum = 0, sum_of_squares = 0;
    std::chrono::duration<double> encoding_time{};
    const auto begin = Clock::now();
    while (result.sampled < blocks && (result.sampled < 8 || Clock::now() - begin < limit)) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        const std::uint64_t block = result.sampled * step % blocks;
        auto got = source.read_at(block * options.block_size, raw);
        if (!got) return std::unexpected(std::move(got).error());
        std::fill(raw.begin() + static_cast<std::ptrdiff_t>(*got), raw.end(), std::byte{0});
        const auto before = Clock::now();
        const auto stored = static_cast<double>(encoder.encode(raw).bytes.size());
        if (!is_all_zero(raw)) encoding_time += Clock::now() - before;
        sum += stored;
        sum_of_squares += stored * stored;
        ++result.sampled;
    }
    const double index = 8.0 * static_cast<double>(blocks + 1) + head_size;
    if (result.sampled > 0) {
        const auto n = static_cast<double>(result.sampled);
        const double mean = sum / n;
        const double deviation = std::sqrt(std::max(sum_of_squares / n - mean * mean, 0.0));
        // Two standard errors; none where every block was seen.
        const double error = result.sampled < blocks ? 2 * deviation / std::sqrt(n) : 0;
        const auto total = [&](double a_block) { return static_cast<std::uint64_t>(std::max(a_block, 0.0) * static_cast<double>(blocks) + index); };
        result.image_size = total(mean);
        result.low = total(mean - error);
        result.high = total(mean + error);
        result.seconds = encoding_time.count() / n * static_cast<double>(blocks) / std::max(options.threads, 1u);
    }
    return result;
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

std::uint64_t least_image_size(const ByteSource &source, const CreateOptions &options) {
    if (options.encoding.encoder == EncoderId::none) return source.size();
    // Of a few blocks nothing can be said.
    if (source.size() < 64 * std::uint64_t{options.block_size}) return 0;
    // A few blocks by the quickest encoder: three quarters of the low end is less than any other makes of it.
    CreateOptions quick = options;
    quick.encoding = {EncoderId::deflate, 1, true};
    quick.format = ImageFormat::v2;
    const auto sampled = estimate(source, quick, std::chrono::milliseconds(50), {});
    return sampled ? sampled->low / 4 * 3 : 0;
}

} // namespace cloop
