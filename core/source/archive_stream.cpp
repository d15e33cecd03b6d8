#include "source/archive_stream.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace cloop {

namespace {

/// One pass over an archive, from its beginning. The entries have numbers, from 0.
class ArchivePass {
public:
    static Result<std::unique_ptr<ArchivePass>> open(const std::string &path) {
        auto pass = std::unique_ptr<ArchivePass>(new ArchivePass(path));
        archive *reader = pass->archive_.get();
        archive_read_support_filter_all(reader);
        archive_read_support_format_tar(reader);
        archive_read_support_format_gnutar(reader);
        archive_read_support_format_zip(reader);
        archive_read_support_format_7zip(reader);
        archive_read_set_options(reader, "hdrcharset=UTF-8");
        if (archive_read_open_filename(reader, path.c_str(), 256 * 1024) != ARCHIVE_OK) return std::unexpected(pass->error());
        return pass;
    }

    /// Null at the end.
    Result<archive_entry *> next() {
        archive_entry *entry = nullptr;
        const int state = archive_read_next_header(archive_.get(), &entry);
        if (state == ARCHIVE_EOF) return nullptr;
        if (state < ARCHIVE_WARN) return std::unexpected(error());
        ++number_;
        return entry;
    }

    Result<std::size_t> read(std::span<std::byte> out) {
        std::size_t filled = 0;
        while (filled < out.size()) {
            const la_ssize_t got = archive_read_data(archive_.get(), out.data() + filled, out.size() - filled);
            if (got == ARCHIVE_RETRY) continue;
            if (got < 0) return std::unexpected(error());
            if (got == 0) break;
            filled += static_cast<std::size_t>(got);
        }
        return filled;
    }

    int number() const { return number_; }  ///< of the entry that next() gave last; −1 before the first

    Error error() const {
        const int sys = archive_errno(archive_.get());
        const char *text = archive_error_string(archive_.get());
        const bool is_system = sys == ENOENT || sys == EACCES || sys == EISDIR || sys == ENOMEM || sys == EIO;
        Error error = is_system ? system_error(sys, ErrorCode::read_failed, path_) : Error{.code = ErrorCode::archive_damaged, .subject = path_};
        if (text) error.detail = text;
        return error;
    }

private:
    explicit ArchivePass(std::string path) : path_(std::move(path)) {}

    std::string path_;
    std::unique_ptr<archive, int (*)(archive *)> archive_{archive_read_new(), archive_read_free};
    int number_ = -1;
};

/// The second pass, shared by all files: each opens its entry when its turn comes, which is in the archive's order.
struct SecondPass {
    std::string path;
    std::unique_ptr<ArchivePass> pass;

    Status go_to(int number) {
        if (!pass || pass->number() >= number) {
            auto opened = ArchivePass::open(path);
            if (!opened) return std::unexpected(std::move(opened).error());
            pass = std::move(*opened);
        }
        while (pass->number() < number) {
            auto entry = pass->next();
            if (!entry) return std::unexpected(std::move(entry).error());
            if (!*entry) return fail(ErrorCode::source_changed, path);
        }
        return {};
    }
};

class ArchiveFile final : public BufferedContent {
public:
    ArchiveFile(std::shared_ptr<SecondPass> pass, int number) : pass_(std::move(pass)), number_(number) {}
    void close() override {}

private:
    Status begin() override { return pass_->go_to(number_); }
    Result<std::size_t> fill(std::span<std::byte> out) override {
        auto got = pass_->pass->read(out);
        if (got && *got == 0) return fail(ErrorCode::source_changed, pass_->path);
        return got;
    }

    std::shared_ptr<SecondPass> pass_;
    int number_;
};

/// The components of a name inside the archive, none of which leads out of it.
std::vector<std::string> components_of(std::string_view path) {
    std::vector<std::string> names;
    while (!path.empty()) {
        const auto slash = path.find('/');
        const std::string_view name = path.substr(0, slash);
        path = slash == path.npos ? std::string_view() : path.substr(slash + 1);
        if (!name.empty() && name != "." && name != "..") names.emplace_back(name);
    }
    return names;
}

struct ArchivedFile {
    NodeAttributes attributes;
    std::uint64_t size = 0;
    int number = 0;
};

/// The first pass: fills the tree. Files come last, since a later entry of the same name replaces an earlier one.
class ArchiveListing {
public:
    ArchiveListing(IsoTree &tree, std::string path) : tree_(tree), path_(std::move(path)) {}

    Status read(const std::stop_token &stop, const ProgressSink &progress) {
        auto pass = ArchivePass::open(path_);
        if (!pass) return std::unexpected(std::move(pass).error());
        std::uint64_t seen = 0;
        for (;;) {
            if (stop.stop_requested()) return fail(ErrorCode::cancelled);
            auto entry = (*pass)->next();
            if (!entry) return std::unexpected(std::move(entry).error());
            if (!*entry) return {};
            auto size = size_of(**pass, *entry, stop);
            if (!size) return std::unexpected(std::move(size).error());
            CLOOP_TRY(add(*entry, *size, (*pass)->number()));
            report(progress, {.phase = Phase::list, .done = seen += *size});
        }
    }

private:
    static const char *text(const char *utf8, const char *bytes) { return utf8 ? utf8 : bytes; }

    /// A stream of entries need not tell a size in advance: then the data do.
    static Result<std::uint64_t> size_of(ArchivePass &pass, archive_entry *entry, const std::stop_token &stop) {
        if (archive_entry_filetype(entry) != AE_IFREG) return 0;
        if (archive_entry_size_is_set(entry)) return static_cast<std::uint64_t>(std::max<std::int64_t>(archive_entry_size(entry), 0));
        std::uint64_t size = 0;
        std::vector<std::byte> buffer(64 * 1024);
        for (;;) {
            if (stop.stop_requested()) return fail(ErrorCode::cancelled);
            auto got = pass.read(buffer);
            if (!got) return std::unexpected(std::move(got).error());
            if (*got == 0) return size;
            size += *got;
        }
    }

    Status add(archive_entry *entry, std::uint64_t size, int number) {
        const char *full_name = text(archive_entry_pathname_utf8(entry), archive_entry_pathname(entry));
        auto names = components_of(full_name ? full_name : "");
        const NodeAttributes attributes{archive_entry_mode(entry), static_cast<uid_t>(archive_entry_uid(entry)),
                                        static_cast<gid_t>(archive_entry_gid(entry)), archive_entry_mtime(entry), archive_entry_rdev(entry)};
        if (names.empty()) {
            if (S_ISDIR(attributes.mode)) tree_.set_attributes(tree_.root(), attributes);
            return {};
        }
        const std::string name = names.back();
        names.pop_back();
        auto parent = directory(names);
        if (!parent) return std::unexpected(std::move(parent).error());
        std::string key;
        for (const auto &part : names) key += part + "/";
        key += name;

        const char *link = text(archive_entry_hardlink_utf8(entry), archive_entry_hardlink(entry));
        if (S_ISDIR(attributes.mode) && !link) {
            if (auto *there = tree_.find_directory(*parent, name)) tree_.set_attributes(there, attributes);
            else if (auto added = tree_.add_directory(*parent, name, attributes); !added) return std::unexpected(std::move(added).error());
            return {};
        }
        tree_.remove(*parent, name);
        files_.erase(key);
        if (link) {
            std::string target;
            for (const auto &part : components_of(link)) target += (target.empty() ? "" : "/") + part;
            const auto first = files_.find(target);
            if (first == files_.end()) return tree_.trouble({.code = ErrorCode::path_not_found, .subject = path_, .detail = target});
            files_[key] = first->second;
            return add_file(*parent, name, first->second);
        }
        if (S_ISLNK(attributes.mode)) {
            const char *target = text(archive_entry_symlink_utf8(entry), archive_entry_symlink(entry));
            return tree_.add_symlink(*parent, name, attributes, target ? target : "");
        }
        if (!S_ISREG(attributes.mode)) return tree_.add_special(*parent, name, attributes);
        files_[key] = {attributes, size, number};
        return add_file(*parent, name, files_[key]);
    }

    Status add_file(IsoTree::Directory *parent, const std::string &name, const ArchivedFile &file) {
        return tree_.add_file(parent, name, file.attributes, file.size, static_cast<std::uint64_t>(file.number) + 1, file.number,
                              std::make_shared<ArchiveFile>(second_, file.number));
    }

    /// Makes what is missing: archives need not list their folders.
    Result<IsoTree::Directory *> directory(const std::vector<std::string> &names) {
        IsoTree::Directory *at = tree_.root();
        for (const auto &name : names) {
            if (auto *there = tree_.find_directory(at, name)) {
                at = there;
                continue;
            }
            tree_.remove(at, name);
            auto added = tree_.add_directory(at, name, {.mode = S_IFDIR | 0755});
            if (!added) return added;
            at = *added;
        }
        return at;
    }

    IsoTree &tree_;
    std::string path_;
    std::shared_ptr<SecondPass> second_ = std::make_shared<SecondPass>(path_, nullptr);
    std::unordered_map<std::string, ArchivedFile> files_;  ///< by path: what hard links refer to
};

} // namespace

bool is_archive_name(std::string_view path) {
    static constexpr std::string_view endings[] = {".tar",     ".tar.gz", ".tgz",     ".tar.xz", ".txz", ".tar.bz2",
                                                   ".tbz2", ".tar.zst", ".tar.lz4", ".zip",  ".7z"};
    std::string lower(path);
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return std::ranges::any_of(endings, [&](std::string_view ending) { return lower.ends_with(ending); });
}

Result<std::unique_ptr<ByteStream>> open_archive(const std::string &path, IsoOptions options, const std::stop_token &stop,
                                                 const ProgressSink &progress) {
    auto tree = IsoTree::make(std::move(options));
    if (!tree) return std::unexpected(std::move(tree).error());
    ArchiveListing listing(**tree, path);
    CLOOP_TRY(listing.read(stop, progress));
    return IsoTree::stream(std::move(*tree), path, stop);
}

} // namespace cloop
