// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/civil_time.h"
#include "base/zeros.h"
#include "file/bulk_writer.h"
#include "file/held_folder.h"
#include "file/open_beneath.h"
#include "file/pending_entry.h"
#include "job/extraction.h"

#include <fcntl.h>
#include <sys/sysmacros.h>

#include <map>
#include <new>
#include <set>

namespace cloop {

namespace {

/// Mode bits to set without and with privileges.
constexpr std::uint32_t plain_bits = 01777;
constexpr std::uint32_t all_bits = 07777;

class FolderExtraction : public Extraction {
public:
    /// `root`: the target folder, opened; `target`: its path for messages.
    FolderExtraction(const std::shared_ptr<const Filesystem> &filesystem, const NodeSelection &selection, std::string target, UniqueFd root,
                     const FileExtractOptions &options, const std::stop_token &stop, const ProgressSink &progress)
        : Extraction(filesystem, selection, stop, progress), target_(std::move(target)), root_(std::move(root)), options_(options) {}

    /// Extracts `top` and all below as `name` in the target.
    Status make(NodeId top, const std::string &name) {
        CLOOP_TRY(open_target());
        return walk_tree(
            *filesystem_, top, [&](NodeId id) { return enter(id, id == top ? name : std::string((*filesystem_)[id].name)); },
            [&](NodeId id) { return leave(id); });
    }

private:
    /// A folder on the path from the target to the current folder.
    struct Level {
        FileIdentity identity;
        bool is_made = false;            ///< created here, so its attributes are set
        std::set<std::string> there{};   ///< the names that it held before: only these may be replaced
        std::size_t path_size = 0;       ///< length of path_ up to its parent
    };

    Status open_target() {
        if (folder_) return {};
        folder_ = UniqueFd(::openat(root_.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        const auto names = names_in(root_.get());
        if (!folder_ || !names) return fail_errno(ErrorCode::write_failed, target_);
        levels_.push_back({.identity = identity_of(folder_.get()), .there = {names->begin(), names->end()}});
        return {};
    }

    std::string shown(const std::string &name) const { return target_ + "/" + path_ + name; }

    /// Records that `name` could not be created. Returns false: nothing to enter.
    Result<bool> skip(Error error, const std::string &name) {
        if (error.code == ErrorCode::no_space) return std::unexpected(std::move(error).at(shown(name)));
        result_.skipped.push_back(std::move(error).at(shown(name)));
        return false;
    }

    Result<bool> enter(NodeId id, const std::string &name) {
        if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
        if (selection_.leaves_out(id)) return false;
        if (!has_safe_name(id, name)) return false;
        note_incomplete(id);
        return (*filesystem_)[id].kind == NodeKind::directory ? enter_directory(name) : make_other(id, name);
    }

    Result<bool> enter_directory(const std::string &name) {
        const bool was_there = levels_.back().there.erase(name) > 0;
        const bool is_new = ::mkdirat(folder_.get(), name.c_str(), 0700) == 0;
        if (!is_new && errno != EEXIST) return skip(system_error(errno, ErrorCode::write_failed, {}), name);
        UniqueFd opened(::openat(folder_.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!opened)
            return skip(is_new || was_there ? system_error(errno, ErrorCode::not_a_directory, {}) : Error{.code = ErrorCode::name_clash}, name);
        // The parent's owner may have replaced the new folder meanwhile; ours is empty.
        struct stat status {};
        const auto names = names_in(opened.get());
        const bool is_made = is_new && names && names->empty() && ::fstat(opened.get(), &status) == 0 && status.st_uid == ::geteuid();
        levels_.push_back({.identity = identity_of(opened.get()), .is_made = is_made, .path_size = path_.size()});
        if (was_there && names) levels_.back().there = {names->begin(), names->end()};
        path_ += name + "/";
        folder_ = std::move(opened);
        ++result_.files;
        return true;
    }

    /// Goes up by "..", so that only one folder is open; checks that it is the one through which we came.
    Status leave(NodeId id) {
        UniqueFd above(::openat(folder_.get(), "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!above) return fail_errno(ErrorCode::write_failed, shown(".."));
        if (levels_.back().is_made) set_attributes((*filesystem_)[id], folder_.get());
        const std::size_t path_size = levels_.back().path_size;
        levels_.pop_back();
        if (identity_of(above.get()) != levels_.back().identity) return fail(ErrorCode::folder_moved, shown({}));
        path_.resize(path_size);
        folder_ = std::move(above);
        return {};
    }

    /// Succeeds if the name is free or may be replaced.
    Status check_name(const std::string &name) {
        struct stat status {};
        if (::fstatat(folder_.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return {};
        // The name resolves to an entry that has another name, or that was created by this run.
        if (!levels_.back().there.contains(name)) return fail(ErrorCode::name_clash);
        if (!options_.replace) return fail(ErrorCode::already_exists);
        if (S_ISDIR(status.st_mode)) return fail(ErrorCode::is_a_directory);
        if (std::ranges::find(options_.inputs, identity_of(status)) != options_.inputs.end()) return fail(ErrorCode::same_file);
        levels_.back().there.erase(name);
        return {};
    }

    /// Creates a node that is not a folder; names it when complete, replacing an existing entry then.
    Result<bool> make_other(NodeId id, const std::string &name) {
        const Node &node = (*filesystem_)[id];
        if (auto is_free = check_name(name); !is_free) return skip(std::move(is_free).error(), name);
        if (node.kind == NodeKind::character_device || node.kind == NodeKind::block_device) {
            if (!is_root_) result_.without_owners = true;
            else if (!options_.privileged) result_.without_privileges = true;
            if (!is_root_ || !options_.privileged) return false;
        }
        const auto key = link_key(node);
        if (key && link_to_first(*key, name)) {
            note_link(id, *key);
            ++result_.files;
            return false;
        }
        auto entry = new_entry(node);
        if (!entry) return skip(std::move(entry).error(), name);
        if (node.kind == NodeKind::file) {
            auto written = write_content(id, entry->fd(), shown(name));
            if (!written && written.error().code == ErrorCode::file_too_large) return skip(std::move(written).error(), name);
            if (!written) return std::unexpected(std::move(written).error());
        }
        set_attributes(node, entry->fd());
        if (auto named = entry->give_name(name, replace()); !named) return skip(std::move(named).error(), name);
        if (key) linked_.try_emplace(*key, FirstLink{path_ + name, identity_of(entry->fd())});
        ++result_.files;
        return false;
    }

    Replace replace() const { return options_.replace ? Replace::yes : Replace::no; }

    Result<PendingEntry> new_entry(const Node &node) const {
        if (node.kind == NodeKind::file || node.kind == NodeKind::structure) return PendingEntry::file(folder_.get(), 0600);
        if (node.kind == NodeKind::symlink) return PendingEntry::symlink(folder_.get(), std::string(node.link_target));
        const bool is_device = node.kind == NodeKind::character_device || node.kind == NodeKind::block_device;
        return PendingEntry::node(folder_.get(), type_of(node.kind), is_device ? ::makedev(node.device_major, node.device_minor) : 0);
    }

    Status write_content(NodeId id, int fd, const std::string &name) {
        BulkWriter writer(fd);
        CLOOP_TRY(copy(id, [&](std::span<const std::byte> bytes, std::uint64_t offset) -> Status {
            if (is_all_zero(bytes)) return {};
            return writer.write(offset, bytes, name);
        }));
        CLOOP_TRY(writer.flush(name));
        if (::ftruncate(fd, static_cast<off_t>((*filesystem_)[id].size)) != 0) return fail_errno(ErrorCode::write_failed, name);
        return {};
    }

    /// False if the node must be extracted itself.
    bool link_to_first(const LinkKey &key, const std::string &name) {
        const auto first = linked_.find(key);
        if (first == linked_.end()) return false;
        UniqueFd file = open_beneath(root_.get(), first->second.path, O_PATH);
        if (!file || identity_of(file.get()) != first->second.identity) return false;
        return PendingEntry::link(folder_.get(), std::move(file)).give_name(name, replace()).has_value();
    }

    /// `fd`: may be an O_PATH descriptor; −1: do nothing.
    void set_attributes(const Node &node, int fd) {
        if (fd < 0) return;
        const bool has_owner = is_root_ && ::fchownat(fd, "", node.uid, node.gid, AT_EMPTY_PATH) == 0;
        if (is_root_ && !options_.privileged && (node.mode & ~plain_bits)) result_.without_privileges = true;
        if (!is_root_ && (node.uid != ::geteuid() || node.gid != ::getegid() || (node.mode & ~plain_bits))) result_.without_owners = true;
        // Set setuid bits only together with the stored owner.
        const mode_t mode = node.mode & (has_owner && options_.privileged ? all_bits : plain_bits);
        // Symbolic links have no mode; O_PATH descriptors need chmod() through /proc.
        if (node.kind != NodeKind::symlink && ::fchmod(fd, mode) != 0 && errno == EBADF)
            (void)!::chmod(("/proc/self/fd/" + std::to_string(fd)).c_str(), mode);
        const timespec time{.tv_sec = system_time(node.mtime), .tv_nsec = 0}, times[2] = {time, time};
        (void)!::utimensat(fd, "", times, AT_EMPTY_PATH);
    }

    struct FirstLink {
        std::string path;  ///< relative to the target
        FileIdentity identity;
    };

    const std::string target_;
    const UniqueFd root_;
    const FileExtractOptions &options_;
    const bool is_root_ = ::geteuid() == 0;
    std::vector<Level> levels_;  ///< the target first
    UniqueFd folder_;            ///< the last of levels_
    std::string path_;           ///< its path relative to the target, with a final slash
    std::map<LinkKey, FirstLink> linked_;
};

} // namespace

Result<FileExtractResult> extract_files(const std::shared_ptr<const Filesystem> &filesystem, const NodeSelection &selection,
                                        const std::string &folder, const FileExtractOptions &options, const std::stop_token &stop,
                                        const ProgressSink &progress) try {
    UniqueFd root(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!root) return fail_errno(ErrorCode::write_failed, folder);
    FolderExtraction extraction(filesystem, selection, folder, std::move(root), options, stop, progress);
    for (const NodeId id : selection.nodes)
        for (const NodeId named : extraction.named_nodes(id)) CLOOP_TRY(extraction.make(named, std::string((*filesystem)[named].name)));
    return extraction.take_result();
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

Result<FileExtractResult> extract_file_as(const std::shared_ptr<const Filesystem> &filesystem, NodeId node, const std::string &path,
                                          const FileExtractOptions &options, const std::stop_token &stop, const ProgressSink &progress) try {
    const std::string folder = folder_of(path);
    UniqueFd root(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!root) return fail_errno(ErrorCode::write_failed, folder);
    const NodeSelection selection{node};
    FolderExtraction extraction(filesystem, selection, folder, std::move(root), options, stop, progress);
    CLOOP_TRY(extraction.make(node, name_of(path)));
    return extraction.take_result();
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

} // namespace cloop
