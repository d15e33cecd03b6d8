#include "job/extract_files.h"

#include "base/bulk_writer.h"
#include "base/new_file.h"
#include "base/tolerant_read.h"
#include "base/unique_fd.h"
#include "base/zeros.h"
#include "filesystem/open_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <map>
#include <new>

namespace cloop {

namespace {

constexpr std::size_t piece_size = 1u << 20;

/// Hard links are one file: told apart by where the data lie, since serial numbers may be made up.
using LinkKey = std::pair<std::uint64_t, std::uint64_t>;

std::optional<LinkKey> link_key(const Node &node) {
    if (node.kind != NodeKind::file || node.links < 2 || node.inode == 0) return std::nullopt;
    return LinkKey{node.inode, node.extents.empty() ? 0 : node.extents[0].offset};
}

/// What copying all below `nodes` will give, hard links counted each.
std::uint64_t bytes_below(const Filesystem &filesystem, const std::vector<NodeId> &nodes) {
    std::uint64_t bytes = 0;
    std::vector<NodeId> pending = nodes;
    while (!pending.empty()) {
        const Node &node = filesystem[pending.back()];
        pending.pop_back();
        if (node.kind == NodeKind::file) bytes += node.size;
        pending.insert(pending.end(), node.children.begin(), node.children.end());
    }
    return bytes;
}

mode_t type_of(NodeKind kind) {
    switch (kind) {
    case NodeKind::directory: return S_IFDIR;
    case NodeKind::symlink: return S_IFLNK;
    case NodeKind::character_device: return S_IFCHR;
    case NodeKind::block_device: return S_IFBLK;
    case NodeKind::fifo: return S_IFIFO;
    case NodeKind::socket: return S_IFSOCK;
    case NodeKind::file:
    case NodeKind::structure: break;
    }
    return S_IFREG;
}

/// What writing to a folder and writing a tar have in common: pieces of a file, damage noted, progress told.
class Extraction {
public:
    Extraction(std::shared_ptr<const Filesystem> filesystem, std::uint64_t total, const std::stop_token &stop, const ProgressSink &progress)
        : filesystem_(std::move(filesystem)), total_(total), stop_(stop), progress_(progress) {}

    /// Calls `put` with each piece, in order; lost ranges are zeros and noted.
    template <class Put> Status copy(NodeId id, Put put) {
        const auto source = open_file(filesystem_, id);
        std::vector<Error> errors;
        for (std::uint64_t done = 0; done < source->size();) {
            if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
            const auto part = std::span(piece_).first(static_cast<std::size_t>(std::min<std::uint64_t>(piece_.size(), source->size() - done)));
            read_past_damage(*source, done, part, &errors);
            CLOOP_TRY(put(part, done));
            done += part.size();
            result_.bytes += part.size();
            report(progress_, {.phase = Phase::extract, .done = result_.bytes, .total = std::max(total_, result_.bytes)});
        }
        for (Error &error : errors) {
            error.subject = filesystem_->path(id);
            result_.damaged.push_back(std::move(error));
        }
        return {};
    }

    /// A directory that is known in part only counts as damage, a file that the image does not hold to its end too.
    void note_incomplete(NodeId id) {
        const Node &node = (*filesystem_)[id];
        if (node.is_doubtful) result_.damaged.push_back({.code = ErrorCode::record_damaged, .subject = filesystem_->path(id)});
        if (!node.is_incomplete) return;
        const ErrorCode code = node.kind == NodeKind::directory ? ErrorCode::directory_damaged : ErrorCode::file_cut_short;
        result_.damaged.push_back({.code = code, .subject = filesystem_->path(id)});
    }

    /// False, and noted, where the name would lead out of the target.
    bool has_safe_name(NodeId id, std::string_view name) {
        if (is_safe_name(name)) return true;
        result_.skipped.push_back({.code = ErrorCode::unsafe_name, .subject = filesystem_->path(id)});
        return false;
    }

    const std::shared_ptr<const Filesystem> filesystem_;
    const std::uint64_t total_;  ///< bytes
    const std::stop_token &stop_;
    const ProgressSink &progress_;
    FileExtractResult result_;

private:
    std::vector<std::byte> piece_ = std::vector<std::byte>(piece_size);
};

class FolderExtraction : public Extraction {
public:
    FolderExtraction(const std::shared_ptr<const Filesystem> &filesystem, const std::vector<NodeId> &nodes, std::string target, int root, const FileExtractOptions &options, const std::stop_token &stop,
                     const ProgressSink &progress)
        : Extraction(filesystem, bytes_below(*filesystem, nodes), stop, progress), target_(std::move(target)), root_(root), options_(options) {}

    /// Makes the node as `name` in `folder`; `path`: the same from the target on.
    Status make(NodeId id, int folder, const std::string &name, const std::string &path) {
        if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
        if (!has_safe_name(id, name)) return {};
        note_incomplete(id);
        if ((*filesystem_)[id].kind == NodeKind::directory) return make_directory(id, folder, name, path);
        return make_other(id, folder, name, path);
    }

    /// Makes the node under its own name; `prefix`: of its path.
    Status make_child(NodeId id, int folder, const std::string &prefix) {
        const std::string name((*filesystem_)[id].name);
        return make(id, folder, name, prefix + name);
    }

private:
    /// The system refused to make what lies at `path` in the target folder: errno tells why.
    Status skip(const std::string &path) { return skip(system_error(errno, ErrorCode::write_failed, target_ + "/" + path)); }

    Status skip(Error error) {
        if (error.code == ErrorCode::no_space) return std::unexpected(std::move(error));
        result_.skipped.push_back(std::move(error));
        return {};
    }

    Status make_directory(NodeId id, int folder, const std::string &name, const std::string &path) {
        if (::mkdirat(folder, name.c_str(), 0700) != 0 && errno != EEXIST) return skip(path);
        const UniqueFd made(::openat(folder, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!made) return skip(path);
        ++result_.files;
        for (const NodeId child : (*filesystem_)[id].children)
            CLOOP_TRY(make_child(child, made.get(), path + "/"));
        set_attributes((*filesystem_)[id], folder, name);
        return {};
    }

    /// Everything gets its name when it is whole, and replaces what had that name then.
    Status make_other(NodeId id, int folder, const std::string &name, const std::string &path) {
        const Node &node = (*filesystem_)[id];
        struct stat there {};
        if (::fstatat(folder, name.c_str(), &there, AT_SYMLINK_NOFOLLOW) == 0) {
            if (!options_.replace) return skip({.code = ErrorCode::already_exists, .subject = target_ + "/" + path});
            const bool is_input = std::ranges::any_of(options_.inputs, [&](const FileIdentity &input) { return input == FileIdentity{there.st_dev, there.st_ino}; });
            if (is_input) return skip({.code = ErrorCode::same_file, .subject = target_ + "/" + path});
        }
        if ((node.kind == NodeKind::character_device || node.kind == NodeKind::block_device) && !is_root_) {
            result_.without_owners = true;
            return {};
        }
        const std::string temporary = temporary_name();
        const auto key = link_key(node);
        const auto first = key ? linked_.find(*key) : linked_.end();
        const bool is_link = first != linked_.end() && ::linkat(root_, first->second.c_str(), folder, temporary.c_str(), 0) == 0;
        if (!is_link) {
            auto made = make_content(id, folder, temporary, path);
            if (!made || !*made) {
                const int sys = errno;
                ::unlinkat(folder, temporary.c_str(), 0);
                if (!made) return std::unexpected(std::move(made).error());
                errno = sys;
                return skip(path);
            }
            set_attributes(node, folder, temporary);
        }
        const bool is_named = rename_into_place(folder, temporary, name);
        const int sys = errno;
        // Where both names are links to the same file already, rename does nothing.
        ::unlinkat(folder, temporary.c_str(), 0);
        errno = sys;
        if (!is_named) return skip(path);
        if (key) linked_.try_emplace(*key, path);
        ++result_.files;
        return {};
    }

    /// False: the system refused, errno tells why.
    Result<bool> make_content(NodeId id, int folder, const std::string &name, const std::string &path) {
        const Node &node = (*filesystem_)[id];
        if (node.kind == NodeKind::symlink) return ::symlinkat(std::string(node.link_target).c_str(), folder, name.c_str()) == 0;
        if (node.kind != NodeKind::file)
            return ::mknodat(folder, name.c_str(), type_of(node.kind) | 0600, ::makedev(node.device_major, node.device_minor)) == 0;
        const UniqueFd file(::openat(folder, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
        if (!file) return false;
        BulkWriter writer(file.get());
        const std::string shown = target_ + "/" + path;
        CLOOP_TRY(copy(id, [&](std::span<const std::byte> bytes, std::uint64_t offset) -> Status {
            if (is_all_zero(bytes)) return {};
            return writer.write(offset, bytes, shown);
        }));
        CLOOP_TRY(writer.flush(shown));
        return ::ftruncate(file.get(), static_cast<off_t>(node.size)) == 0;
    }

    bool rename_into_place(int folder, const std::string &temporary, const std::string &name) const {
        if (::renameat2(folder, temporary.c_str(), folder, name.c_str(), options_.replace ? 0 : RENAME_NOREPLACE) == 0) return true;
        // FAT and some network file systems know no flags.
        return errno == EINVAL && ::renameat(folder, temporary.c_str(), folder, name.c_str()) == 0;
    }

    void set_attributes(const Node &node, int folder, const std::string &name) {
        if (is_root_) (void)!::fchownat(folder, name.c_str(), node.uid, node.gid, AT_SYMLINK_NOFOLLOW);
        else if (node.uid != ::geteuid() || node.gid != ::getegid() || (node.mode & 07000)) result_.without_owners = true;
        // Of a link there is nothing to set, and chmod would follow it.
        if (node.kind != NodeKind::symlink) (void)!::fchmodat(folder, name.c_str(), is_root_ ? node.mode : node.mode & 0777, 0);
        const timespec times[2] = {{node.mtime, 0}, {node.mtime, 0}};
        ::utimensat(folder, name.c_str(), times, AT_SYMLINK_NOFOLLOW);
    }

    std::string target_;  ///< the folder's name, for messages
    int root_;            ///< the folder: the paths of linked_ start there
    const FileExtractOptions &options_;
    const bool is_root_ = ::geteuid() == 0;
    std::map<LinkKey, std::string> linked_;
};

class TarExtraction : public Extraction {
public:
    TarExtraction(const std::shared_ptr<const Filesystem> &filesystem, const std::vector<NodeId> &nodes, ByteSink &sink, const std::stop_token &stop, const ProgressSink &progress)
        : Extraction(filesystem, bytes_below(*filesystem, nodes), stop, progress), sink_(sink) {
        archive_write_set_format_pax_restricted(archive_.get());
        archive_write_set_bytes_in_last_block(archive_.get(), 1);
        archive_write_open(archive_.get(), this, nullptr, put_bytes, nullptr);
    }

    Status add(NodeId id, const std::string &path) {
        if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
        const Node &node = (*filesystem_)[id];
        if (!has_safe_name(id, node.name)) return {};
        if (node.kind == NodeKind::socket) {
            result_.without_sockets = true;
            return {};
        }
        note_incomplete(id);
        const std::unique_ptr<archive_entry, void (*)(archive_entry *)> entry(archive_entry_new(), archive_entry_free);
        archive_entry_set_pathname(entry.get(), path.c_str());
        archive_entry_set_mode(entry.get(), type_of(node.kind) | node.mode);
        archive_entry_set_uid(entry.get(), node.uid);
        archive_entry_set_gid(entry.get(), node.gid);
        archive_entry_set_mtime(entry.get(), node.mtime, 0);
        if (node.kind == NodeKind::symlink) archive_entry_set_symlink(entry.get(), std::string(node.link_target).c_str());
        archive_entry_set_rdevmajor(entry.get(), node.device_major);
        archive_entry_set_rdevminor(entry.get(), node.device_minor);
        bool is_link = false;
        if (const auto key = link_key(node)) {
            const auto [at, is_first] = linked_.try_emplace(*key, path);
            is_link = !is_first;
            if (is_link) archive_entry_set_hardlink(entry.get(), at->second.c_str());
        }
        archive_entry_set_size(entry.get(), node.kind == NodeKind::file && !is_link ? static_cast<std::int64_t>(node.size) : 0);
        // What the format can't hold, such as a name that it can't tell.
        if (archive_write_header(archive_.get(), entry.get()) < ARCHIVE_WARN) {
            CLOOP_TRY(check());
            result_.skipped.push_back({.code = ErrorCode::unsupported_source, .subject = filesystem_->path(id)});
            return {};
        }
        ++result_.files;
        if (node.kind == NodeKind::file && !is_link)
            CLOOP_TRY(copy(id, [&](std::span<const std::byte> bytes, std::uint64_t) -> Status {
                archive_write_data(archive_.get(), bytes.data(), bytes.size());
                return check();
            }));
        for (const NodeId child : node.children) CLOOP_TRY(add(child, path + "/" + std::string((*filesystem_)[child].name)));
        return {};
    }

    Status finish() {
        archive_write_close(archive_.get());
        return check();
    }

private:
    static la_ssize_t put_bytes(archive *, void *self, const void *bytes, std::size_t size) {
        auto &tar = *static_cast<TarExtraction *>(self);
        // Freed in the midst of a file, the archive would write the rest of it as zeros.
        if (tar.stop_.stop_requested()) tar.status_ = fail(ErrorCode::cancelled);
        if (!tar.status_) return -1;
        tar.status_ = tar.sink_.write({static_cast<const std::byte *>(bytes), size});
        return tar.status_ ? static_cast<la_ssize_t>(size) : -1;
    }

    Status check() { return status_; }

    ByteSink &sink_;
    Status status_;
    std::map<LinkKey, std::string> linked_;
    std::unique_ptr<archive, int (*)(archive *)> archive_{archive_write_new(), archive_write_free};
};

} // namespace

Result<FileExtractResult> extract_files(const std::shared_ptr<const Filesystem> &filesystem, const std::vector<NodeId> &nodes,
                                        const std::string &folder, const FileExtractOptions &options, const std::stop_token &stop,
                                        const ProgressSink &progress) try {
    const UniqueFd root(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!root) return fail_errno(ErrorCode::write_failed, folder);
    FolderExtraction extraction(filesystem, nodes, folder, root.get(), options, stop, progress);
    for (const NodeId id : nodes) {
        // The root has no name: its contents go straight into the folder.
        if (id == Filesystem::root) extraction.note_incomplete(id);
        const std::span<const NodeId> made = id == Filesystem::root ? (*filesystem)[id].children : std::span(&id, 1);
        for (const NodeId one : made) CLOOP_TRY(extraction.make_child(one, root.get(), ""));
    }
    return std::move(extraction.result_);
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

Result<FileExtractResult> extract_file_as(const std::shared_ptr<const Filesystem> &filesystem, NodeId node, const std::string &path,
                                          const FileExtractOptions &options, const std::stop_token &stop, const ProgressSink &progress) try {
    const auto slash = path.rfind('/');
    const std::string folder = slash == path.npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
    const UniqueFd root(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!root) return fail_errno(ErrorCode::write_failed, folder);
    FolderExtraction extraction(filesystem, {node}, folder, root.get(), options, stop, progress);
    const std::string name = slash == path.npos ? path : path.substr(slash + 1);
    CLOOP_TRY(extraction.make(node, root.get(), name, name));
    return std::move(extraction.result_);
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

Result<FileExtractResult> write_tar(const std::shared_ptr<const Filesystem> &filesystem, const std::vector<NodeId> &nodes, ByteSink &sink,
                                    const std::stop_token &stop, const ProgressSink &progress) try {
    TarExtraction extraction(filesystem, nodes, sink, stop, progress);
    for (const NodeId id : nodes) {
        if (id != Filesystem::root) {
            CLOOP_TRY(extraction.add(id, std::string((*filesystem)[id].name)));
            continue;
        }
        extraction.note_incomplete(id);
        for (const NodeId child : (*filesystem)[id].children) CLOOP_TRY(extraction.add(child, std::string((*filesystem)[child].name)));
    }
    CLOOP_TRY(extraction.finish());
    return std::move(extraction.result_);
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

} // namespace cloop
