#include "source/folder_stream.h"

#include "base/file_source.h"
#include "base/tolerant_read.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/sysmacros.h>

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace cloop {

namespace {

/// A folder's place in the source, kept once for all of its files.
struct Place {
    std::shared_ptr<const Place> parent;
    std::string name;

    std::string path() const { return parent ? parent->path() + "/" + name : name; }
};

class FolderFile final : public BufferedContent {
public:
    FolderFile(std::shared_ptr<const Place> place, std::string name, std::uint64_t size)
        : place_(std::move(place)), name_(std::move(name)), size_(size) {}

    void close() override { source_.reset(); }

private:
    Status begin() override {
        UniqueFd fd(::open(path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
        if (!fd) return fail_errno(ErrorCode::read_failed, path());
        auto source = FileSource::adopt(std::move(fd), path());
        if (!source || (*source)->size() != size_) return fail(ErrorCode::source_changed, path());
        source_ = std::move(*source);
        done_ = 0;
        has_told_ = false;
        return {};
    }

    Result<std::size_t> fill(std::span<std::byte> out, std::vector<Error> &losses) override {
        out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size_ - done_)));
        std::vector<Error> errors;
        read_past_damage(*source_, done_, out, &errors);
        done_ += out.size();
        if (done_ == size_)
            if (auto same = source_->check_unchanged(); !same) errors.assign(1, same.error());
        // One sentence for each file: a bad disc has many bad sectors.
        if (!errors.empty() && !std::exchange(has_told_, true)) losses.push_back(std::move(errors.front()));
        return out.size();
    }

    std::string path() const { return place_->path() + "/" + name_; }

    std::shared_ptr<const Place> place_;
    std::string name_;
    std::uint64_t size_;
    std::shared_ptr<const FileSource> source_;
    std::uint64_t done_ = 0;
    bool has_told_ = false;
};

class FolderWalk {
public:
    FolderWalk(IsoTree &tree, const struct stat *forbidden, const std::stop_token &stop, const ProgressSink &progress)
        : tree_(tree), forbidden_(forbidden), stop_(stop), progress_(progress) {}

    Status add_children(UniqueFd folder, const std::shared_ptr<const Place> &place, IsoTree::Directory *into) {
        DIR *listing = ::fdopendir(folder.get());
        if (!listing) return trouble(place->path());
        const int fd = folder.release();
        const std::unique_ptr<DIR, int (*)(DIR *)> closer(listing, ::closedir);

        std::vector<std::string> names;
        errno = 0;
        while (const dirent *entry = ::readdir(listing)) {
            const std::string_view name = entry->d_name;
            if (name != "." && name != "..") names.emplace_back(name);
            errno = 0;
        }
        if (errno != 0) CLOOP_TRY(trouble(place->path()));
        // The order of a disc is no order. From the last to the first: libisofs looks for each one's place from the beginning of a list.
        std::ranges::sort(names, std::ranges::greater());
        for (const auto &name : names) {
            if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
            CLOOP_TRY(add(fd, name, place, into));
        }
        return {};
    }

    bool has_failed() const { return has_failed_; }

private:
    Status add(int folder, const std::string &name, const std::shared_ptr<const Place> &place, IsoTree::Directory *into) {
        struct stat status {};
        const auto path = [&] { return place->path() + "/" + name; };
        if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return trouble(path());
        if (forbidden_ && status.st_dev == forbidden_->st_dev && status.st_ino == forbidden_->st_ino)
            return fail(ErrorCode::same_file, path());
        const NodeAttributes attributes{status.st_mode, status.st_uid, status.st_gid, status.st_mtime, status.st_rdev};

        if (S_ISDIR(status.st_mode)) {
            UniqueFd child(::openat(folder, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
            if (!child) CLOOP_TRY(trouble(path()));
            auto added = tree_.add_directory(into, name, attributes);
            if (!added) return refused(added.error(), path());
            if (!child) return {};
            return add_children(std::move(child), std::make_shared<const Place>(place, name), *added);
        }
        if (S_ISLNK(status.st_mode)) {
            std::string target(static_cast<std::size_t>(std::max<off_t>(status.st_size, 255)) + 1, '\0');
            const ssize_t length = ::readlinkat(folder, name.c_str(), target.data(), target.size());
            if (length < 0) return trouble(path());
            target.resize(static_cast<std::size_t>(length));
            return added_or_refused(tree_.add_symlink(into, name, attributes, target), path);
        }
        if (!S_ISREG(status.st_mode)) return added_or_refused(tree_.add_special(into, name, attributes), path);

        const auto size = static_cast<std::uint64_t>(status.st_size);
        if (size > 0 && ::faccessat(folder, name.c_str(), R_OK, AT_EACCESS) != 0) return trouble(path());
        seen_ += size;
        report(progress_, {.phase = Phase::list, .done = seen_});
        return added_or_refused(tree_.add_file(into, name, attributes, size, identity_of(status), 0, std::make_shared<FolderFile>(place, name, size)), path);
    }

    template <class Path> Status added_or_refused(const Status &added, Path path) { return added ? added : refused(added.error(), path()); }

    /// One number for each file, the same for its hard links, falling as the names do: contents lie in its order. Most files have no other
    /// links and are not remembered.
    std::uint64_t identity_of(const struct stat &status) {
        if (status.st_nlink < 2) return --last_identity_;
        auto &known = linked_[static_cast<std::uint64_t>(status.st_dev)][status.st_ino];
        if (known == 0) known = --last_identity_;
        return known;
    }

    /// Every unreadable name is told before the build gives up.
    Status trouble(const std::string &path) { return refused(system_error(errno, ErrorCode::read_failed, path), path); }

    /// The same for what ISO 9660 has no room for, such as a link's target of more than 1024 bytes.
    Status refused(Error error, const std::string &path) {
        error.subject = path;
        if (!tree_.trouble(error)) has_failed_ = true;
        return {};
    }

    IsoTree &tree_;
    const struct stat *forbidden_;
    const std::stop_token &stop_;
    const ProgressSink &progress_;
    std::unordered_map<std::uint64_t, std::unordered_map<ino_t, std::uint64_t>> linked_;
    std::uint64_t last_identity_ = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t seen_ = 0;
    bool has_failed_ = false;
};

} // namespace

Result<std::unique_ptr<ByteStream>> open_folder(const std::string &path, IsoOptions options, const struct stat *forbidden,
                                                const std::stop_token &stop, const ProgressSink &progress) {
    UniqueFd folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    struct stat status {};
    if (!folder || ::fstat(folder.get(), &status) != 0) return fail_errno(ErrorCode::read_failed, path);

    auto tree = IsoTree::make(std::move(options));
    if (!tree) return std::unexpected(std::move(tree).error());
    (*tree)->set_attributes((*tree)->root(), {status.st_mode, status.st_uid, status.st_gid, status.st_mtime, 0});

    std::string name = path;
    while (name.size() > 1 && name.back() == '/') name.pop_back();
    FolderWalk walk(**tree, forbidden, stop, progress);
    CLOOP_TRY(walk.add_children(std::move(folder), std::make_shared<const Place>(nullptr, name), (*tree)->root()));
    if (walk.has_failed()) return fail(ErrorCode::source_unreadable, path);
    return IsoTree::stream(std::move(*tree), name, stop);
}

} // namespace cloop
