#include "source/archive_stream.h"

#include "source/archive_pass.h"

#include <archive_entry.h>

#include <algorithm>
#include <map>

namespace cloop {

namespace {

/// The second pass, shared by all files: each opens its entry when its turn comes, which is in the archive's order.
struct SecondPass {
    std::string path;
    std::stop_token stop;
    std::unique_ptr<ArchivePass> pass;

    Status go_to(int number) {
        if (!pass || pass->number() >= number) {
            auto opened = ArchivePass::open(path, stop);
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
    Result<std::size_t> fill(std::span<std::byte> out, std::vector<Error> &) override {
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

/// What an entry is, beside its name: what a hard link to it is too. Of a directory also what is in it.
struct ArchivedNode {
    NodeAttributes attributes{.mode = S_IFDIR | 0755};  ///< of directories that the archive does not list
    std::uint64_t size = 0;
    int number = 0;           ///< of the entry with the data
    std::string link_target;  ///< of a symbolic link
    std::map<std::string, ArchivedNode> children;

    bool is_directory() const { return S_ISDIR(attributes.mode); }
};

/// The first pass: reads what there is, then fills the tree. A later entry of the same name replaces an earlier one.
class ArchiveListing {
public:
    ArchiveListing(IsoTree &tree, std::string path, std::stop_token stop)
        : tree_(tree), path_(std::move(path)), stop_(std::move(stop)), second_(std::make_shared<SecondPass>(path_, stop_, nullptr)) {}

    Status read(const ProgressSink &progress) {
        auto pass = ArchivePass::open(path_, stop_);
        if (!pass) return std::unexpected(std::move(pass).error());
        std::uint64_t seen = 0;
        for (;;) {
            if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
            auto entry = (*pass)->next();
            if (!entry) return std::unexpected(std::move(entry).error());
            if (!*entry) return fill(root_, tree_.root(), {});
            auto size = size_of(**pass, *entry);
            if (!size) return std::unexpected(std::move(size).error());
            CLOOP_TRY(add(*entry, *size, (*pass)->number()));
            report(progress, {.phase = Phase::list, .done = seen += *size});
        }
    }

private:
    /// A name in UTF-8 where libarchive has one; else its bytes as they are, which older archives in other encodings come to.
    static std::string text(const char *utf8, const char *bytes) { return utf8 ? utf8 : bytes ? bytes : ""; }

    /// A stream of entries need not tell a size in advance: then the data do.
    static Result<std::uint64_t> size_of(ArchivePass &pass, archive_entry *entry) {
        if (archive_entry_filetype(entry) != AE_IFREG) return 0;
        if (archive_entry_size_is_set(entry)) return static_cast<std::uint64_t>(std::max<std::int64_t>(archive_entry_size(entry), 0));
        return pass.drain();
    }

    Status add(archive_entry *entry, std::uint64_t size, int number) {
        const std::string full_name = text(archive_entry_pathname_utf8(entry), archive_entry_pathname(entry));
        if (full_name.empty()) return tree_.trouble({.code = ErrorCode::archive_damaged, .subject = path_, .detail = "an entry without a name"});
        ArchivedNode node{.attributes = {archive_entry_mode(entry), static_cast<uid_t>(archive_entry_uid(entry)), static_cast<gid_t>(archive_entry_gid(entry)),
                                         archive_entry_mtime(entry), archive_entry_rdev(entry)},
                          .size = size,
                          .number = number,
                          .link_target = text(archive_entry_symlink_utf8(entry), archive_entry_symlink(entry)),
                          .children = {}};
        if (const std::string link = text(archive_entry_hardlink_utf8(entry), archive_entry_hardlink(entry)); !link.empty()) {
            const ArchivedNode *target = find(components_of(link));
            if (!target || target->is_directory()) return tree_.trouble({.code = ErrorCode::path_not_found, .subject = path_, .detail = link});
            node = *target;
        }
        const auto names = components_of(full_name);
        if (names.size() > deepest) return tree_.trouble({.code = ErrorCode::archive_damaged, .subject = path_, .detail = "a name of " + std::to_string(names.size()) + " folders"});
        ArchivedNode *at = &root_;
        for (const auto &name : names) {
            if (!at->is_directory()) *at = {};
            at = &at->children[name];
        }
        if (node.is_directory() && at->is_directory()) at->attributes = node.attributes;
        else if (at != &root_) *at = std::move(node);
        return {};
    }

    const ArchivedNode *find(const std::vector<std::string> &names) const {
        const ArchivedNode *at = &root_;
        for (const auto &name : names) {
            const auto child = at->children.find(name);
            if (child == at->children.end()) return nullptr;
            at = &child->second;
        }
        return at;
    }

    /// From the last name to the first: libisofs looks for each one's place from the beginning of a list.
    Status fill(const ArchivedNode &from, IsoTree::Directory *into, const std::string &path) {
        tree_.set_attributes(into, from.attributes);
        for (auto child = from.children.rbegin(); child != from.children.rend(); ++child) {
            if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
            const auto &[name, node] = *child;
            auto added = add_node(into, name, node, path + name);
            if (added) continue;
            added.error().subject = path_ + ":" + path + name;
            CLOOP_TRY(tree_.trouble(added.error()));
        }
        return {};
    }

    Status add_node(IsoTree::Directory *parent, const std::string &name, const ArchivedNode &node, const std::string &path) {
        if (node.is_directory()) {
            auto added = tree_.add_directory(parent, name, node.attributes);
            return added ? fill(node, *added, path + "/") : std::unexpected(added.error());
        }
        if (S_ISLNK(node.attributes.mode)) return tree_.add_symlink(parent, name, node.attributes, node.link_target);
        if (!S_ISREG(node.attributes.mode)) return tree_.add_special(parent, name, node.attributes);
        return tree_.add_file(parent, name, node.attributes, node.size, static_cast<std::uint64_t>(node.number) + 1, node.number,
                              std::make_shared<ArchiveFile>(second_, node.number));
    }

    static constexpr std::size_t deepest = 1000;  ///< no file system takes a path of more

    IsoTree &tree_;
    std::string path_;
    std::stop_token stop_;
    std::shared_ptr<SecondPass> second_;
    ArchivedNode root_;
};

} // namespace

bool is_archive_name(std::string_view path) {
    static constexpr std::string_view endings[] = {".tar",     ".tar.gz", ".tgz",     ".tar.bz2", ".tbz",     ".tbz2",   ".tar.xz",  ".txz", ".tar.zst", ".tzst",
                                                   ".tar.lz4", ".tar.lz", ".tar.lzma", ".tlz",     ".tar.lzo", ".tar.z", ".taz", ".zip", ".7z"};
    std::string lower(path);
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return std::ranges::any_of(endings, [&](std::string_view ending) { return lower.ends_with(ending); });
}

Result<std::unique_ptr<ByteStream>> open_archive(const std::string &path, IsoOptions options, const std::stop_token &stop,
                                                 const ProgressSink &progress) {
    auto tree = IsoTree::make(std::move(options));
    if (!tree) return std::unexpected(std::move(tree).error());
    ArchiveListing listing(**tree, path, stop);
    CLOOP_TRY(listing.read(progress));
    return IsoTree::stream(std::move(*tree), path, stop);
}

} // namespace cloop
