// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/folder_listing.h"

#include "file/open_beneath.h"
#include "source/content_tree.h"

#include <dirent.h>
#include <fcntl.h>

#include <algorithm>
#include <climits>
#include <limits>
#include <unordered_map>

namespace cloop {

namespace {

constexpr std::uint64_t sector = 2048;

std::int64_t nanoseconds(const timespec &time) { return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; }

std::string joined(const std::string &folder, const std::string &below) {
    return below.empty() ? folder : folder + (folder.ends_with('/') ? "" : "/") + below;
}

FolderListing::Node node_of(const struct stat &status) {
    FolderListing::Node node;
    node.mode = status.st_mode;
    node.uid = status.st_uid;
    node.gid = status.st_gid;
    node.links = static_cast<std::uint32_t>(status.st_nlink);
    node.size = S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
    node.mtime = status.st_mtime;
    node.nanoseconds = static_cast<std::uint32_t>(status.st_mtim.tv_nsec);
    node.special = status.st_rdev;
    node.device = status.st_dev;
    node.inode = status.st_ino;
    node.changed = nanoseconds(status.st_ctim);
    return node;
}

} // namespace

/// Fills a listing. Unfinished folders wait on an explicit stack, without open descriptors.
class FolderListing::Walk {
public:
    Walk(FolderListing &listing, const Request &request, const std::stop_token &stop, const ProgressSink &progress)
        : listing_(listing), request_(request), stop_(stop), progress_(progress) {}

    Status run() {
        UniqueFd root = open_beneath(listing_.root_.get(), ".", O_RDONLY | O_DIRECTORY);
        struct stat status {};
        if (!root || ::fstat(root.get(), &status) != 0) return fail_errno(ErrorCode::read_failed, listing_.root_path_);
        device_ = status.st_dev;
        CLOOP_TRY(push({"", node_of(status)}, 0));
        CLOOP_TRY(enter(std::move(root), 0));
        while (!folders_.empty()) {
            if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
            auto &[folder, children] = folders_.back();
            if (children.empty()) {
                folders_.pop_back();
                continue;
            }
            const Child child = std::move(children.back());
            children.pop_back();
            CLOOP_TRY(S_ISDIR(child.node.mode) ? add_folder(child, folder) : push(child, folder));
        }
        return {};
    }

private:
    struct Child {
        std::string text;  ///< its name; for a link followed by NUL and its target
        Node node;

        std::string name() const { return text.c_str(); }
    };

    struct Folder {
        Number number;
        std::vector<Child> children;  ///< not listed yet, by name
    };

    /// Reads the folder's names and their attributes at once, so that the descriptor need not stay open.
    Status enter(UniqueFd folder, Number number) {
        const std::string path = listing_.path_below(number);
        DIR *listing = ::fdopendir(folder.get());
        if (!listing) return trouble(path);
        const int fd = folder.release();
        const std::unique_ptr<DIR, int (*)(DIR *)> closer(listing, ::closedir);
        std::vector<Child> children;
        errno = 0;
        while (const dirent *entry = ::readdir(listing)) {
            if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
            const std::string_view name = entry->d_name;
            if (name != "." && name != "..") CLOOP_TRY(look_at(fd, std::string(name), path, children));
            errno = 0;
        }
        if (errno != 0) CLOOP_TRY(trouble(path));
        // readdir order is arbitrary; sort.
        std::ranges::sort(children, {}, &Child::text);
        folders_.push_back({number, std::move(children)});
        return {};
    }

    Status look_at(int folder, const std::string &name, const std::string &folder_path, std::vector<Child> &into) {
        const std::string path = folder_path.empty() ? name : folder_path + "/" + name;
        struct stat status {};
        if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
            return listing_.filter_.excludes(path, true) ? Status() : vanished_or(trouble_at(path));
        if (listing_.filter_.excludes(path, S_ISDIR(status.st_mode))) return {};
        if (request_.forbidden == identity_of(status)) return fail(ErrorCode::same_file, named(path));

        Child child{name, node_of(status)};
        if (S_ISLNK(status.st_mode)) {
            char target[PATH_MAX];
            const ssize_t length = ::readlinkat(folder, name.c_str(), target, sizeof target);
            if (length < 0) return vanished_or(trouble_at(path));
            child.text += '\0';
            child.text.append(target, static_cast<std::size_t>(length));
        }
        into.push_back(std::move(child));
        return {};
    }

    Status push(const Child &child, Number parent) {
        // Skip mounted files too; a mount point folder stays, empty.
        if (listing_.filter_.one_file_system && child.node.device != device_ && !S_ISDIR(child.node.mode)) return {};
        const Number number = listing_.size();
        if (number == std::numeric_limits<Number>::max()) return fail(ErrorCode::out_of_memory);
        Node node = child.node;
        node.parent = parent;
        node.first = first_of(node, number);
        node.text = listing_.texts_.size();
        listing_.texts_.append(child.text).push_back('\0');
        listing_.nodes_.push_back(node);
        if (node.first != number || !S_ISREG(node.mode)) return {};
        // Can't overflow, because file sizes are below 2^63.
        content_ += (node.size + sector - 1) / sector * sector;
        if (content_ > most_content) return fail(ErrorCode::content_too_large, listing_.path(node.size > most_content ? number : 0));
        report(progress_, {.phase = Phase::list, .done = content_});
        return {};
    }

    /// Takes the attributes from the opened folder, so that they belong to the same folder as the contents.
    Status add_folder(Child child, Number parent) {
        if (listing_.filter_.one_file_system && child.node.device != device_) return push(child, parent);
        const std::string below = listing_.path_below(parent);
        const std::string path = below.empty() ? child.name() : below + "/" + child.name();
        if (folders_.size() > deepest_folder) return told({.code = ErrorCode::folders_too_deep, .subject = named(path)});
        UniqueFd opened = open_beneath(listing_.root_.get(), path, O_RDONLY | O_DIRECTORY);
        struct stat status {};
        if (!opened || ::fstat(opened.get(), &status) != 0) {
            Error error = trouble_at(path);
            const bool is_there = error.sys != ENOENT;
            CLOOP_TRY(vanished_or(std::move(error)));
            return is_there ? push(child, parent) : Status();
        }
        child.node = node_of(status);
        const Number number = listing_.size();
        CLOOP_TRY(push(child, parent));
        return listing_.filter_.one_file_system && status.st_dev != device_ ? Status() : enter(std::move(opened), number);
    }

    /// Remembers only files with several links.
    Number first_of(const Node &node, Number number) {
        if (!S_ISREG(node.mode) || node.links < 2) return number;
        return linked_[node.device].try_emplace(node.inode, number).first->second;
    }

    std::string named(const std::string &path) const { return joined(listing_.root_path_, path); }
    Error trouble_at(const std::string &path) const { return system_error(errno, ErrorCode::read_failed, named(path)); }
    Status trouble(const std::string &path) const { return told(trouble_at(path)); }

    /// An entry that no longer exists was deleted during the listing.
    Status vanished_or(Error error) {
        if (error.sys != ENOENT) return told(error);
        listing_.vanished_.push_back(std::move(error.subject));
        return {};
    }

    Status told(const Error &error) const { return request_.on_trouble ? request_.on_trouble(error) : Status(); }

    FolderListing &listing_;
    const Request &request_;
    const std::stop_token &stop_;
    const ProgressSink &progress_;
    dev_t device_ = 0;
    std::vector<Folder> folders_;
    std::unordered_map<dev_t, std::unordered_map<ino_t, Number>> linked_;
    std::uint64_t content_ = 0;
};

Result<std::shared_ptr<const FolderListing>> FolderListing::read(Request request, const std::stop_token &stop, const ProgressSink &progress) {
    std::shared_ptr<FolderListing> listing(new FolderListing);
    listing->root_path_ = request.path;
    while (listing->root_path_.size() > 1 && listing->root_path_.ends_with('/')) listing->root_path_.pop_back();
    listing->filter_ = std::move(request.filter);
    listing->root_ = UniqueFd(::open(request.path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!listing->root_) return fail_errno(ErrorCode::read_failed, request.path);
    CLOOP_TRY(Walk(*listing, request, stop, progress).run());
    return listing;
}

std::string FolderListing::path(Number number) const { return joined(root_path_, path_below(number)); }

std::string FolderListing::path_below(Number number) const {
    std::vector<Number> way;
    for (; number != 0; number = nodes_[number].parent) way.push_back(number);
    std::string path;
    for (auto at = way.rbegin(); at != way.rend(); ++at) path += (path.empty() ? "" : "/") + name(*at);
    return path;
}

Result<UniqueFd> FolderListing::open(Number number) const {
    const Node &listed = nodes_[number];
    const bool is_read = S_ISREG(listed.mode) || S_ISDIR(listed.mode);
    UniqueFd opened = open_beneath(root_.get(), number == 0 ? "." : path_below(number), is_read ? O_RDONLY | O_NONBLOCK : O_PATH);
    struct stat now {};
    if (!opened || ::fstat(opened.get(), &now) != 0) {
        // Removed, or a link on the path.
        const bool has_moved = errno == ENOENT || errno == ENOTDIR || errno == ELOOP || errno == EXDEV;
        return has_moved ? fail(ErrorCode::source_changed, path(number)) : fail_errno(ErrorCode::read_failed, path(number));
    }
    const Node found = node_of(now);
    // Either ctime or inode must match: some file systems invent inode numbers, but programs can't set ctime; a modified file has a new ctime but its
    // old inode. Permissions must match, so that a private file can't take the place of a public one.
    const bool is_untouched = found.changed == listed.changed && found.size == listed.size;
    const bool is_same = found.device == listed.device && (is_untouched || found.inode == listed.inode);
    if (!is_same || found.mode != listed.mode || found.uid != listed.uid || found.gid != listed.gid)
        return fail(ErrorCode::source_changed, path(number));
    return opened;
}

} // namespace cloop
