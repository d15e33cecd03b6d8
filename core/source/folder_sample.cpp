#include "source/folder_sample.h"

#include "base/unique_fd.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <vector>

namespace cloop {

namespace {

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

} // namespace

Result<SourcePtr> sample_folder(const std::string &path, const std::stop_token &stop) {
    auto folder = std::make_shared<FolderSample>(path);
    CLOOP_TRY(folder->list(stop));
    return folder;
}

} // namespace cloop
