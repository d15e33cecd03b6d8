// SPDX-License-Identifier: GPL-3.0-or-later
// The file system in an image: its files, also if it is damaged.

#pragma once

#include "base/byte_source.h"
#include "base/extent.h"
#include "filesystem/pool.h"

#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace cloop {

enum class NodeKind : std::uint8_t {
    file,
    directory,
    symlink,
    character_device,
    block_device,
    fifo,
    socket,
    structure,  ///< not a file but metadata, such as volume descriptors
};

/// The kind by the type bits of a mode, as in stat(); others are files.
NodeKind kind_of_mode(std::uint32_t mode);

/// Where a node's name was found.
enum class FoundBy : std::uint8_t { directory, path_table, joliet, inode };

using NodeId = std::uint32_t;

/// The Filesystem owns the memory of the views.
struct Node {
    static constexpr NodeId none = UINT32_MAX;

    std::string_view name;        ///< as stored, without a path; check is_safe_name() before creating it
    std::string_view link_target; ///< of a symbolic link
    NodeId parent = none;         ///< none for the root and structures
    NodeKind kind = NodeKind::file;
    FoundBy found_by = FoundBy::directory;
    bool is_doubtful = false;     ///< its record is damaged: name, place, size or kind may be wrong
    bool is_incomplete = false;   ///< some entries of the directory are unknown, or some extents of the file lie outside the content
    std::uint32_t mode = 0;       ///< permission bits, with setuid, setgid and sticky
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    std::uint32_t links = 1;
    std::uint64_t inode = 0;      ///< equal for hard links; 0: unknown. If none is stored, the offset of the bytes
    std::uint32_t device_major = 0;
    std::uint32_t device_minor = 0;
    std::int64_t mtime = 0;       ///< seconds since 1970
    std::uint64_t size = 0;       ///< bytes, uncompressed; of a directory: of its records
    /// Where its stored bytes lie in the content, in order; for a directory its records first, then their continuations.
    std::span<const Extent> extents;
    std::span<const NodeId> children;   ///< of a directory, sorted by name
};

/// Whether the name is safe to create: not empty, no slash, no NUL, not "." or "..".
bool is_safe_name(std::string_view name);

/// The path of a node, such as "/usr/lib". Pre: its parents lead to Filesystem::root.
std::string path_in(const std::deque<Node> &nodes, NodeId id);

/// The memory that the views of nodes refer to. Move only.
struct NodeStore {
    Pool<char> texts;
    Pool<Extent> extents;
    Pool<NodeId> children;

    std::string_view keep(std::string_view text) {
        const auto kept = texts.keep(text);
        return {kept.data(), kept.size()};
    }
    std::size_t bytes() const { return texts.bytes() + extents.bytes() + children.bytes(); }

    struct Mark {
        Pool<char>::Mark texts;
        Pool<Extent>::Mark extents;
    };
    Mark mark() const { return {texts.mark(), extents.mark()}; }
    void forget(const Mark &mark) {
        texts.forget(mark.texts);
        extents.forget(mark.extents);
    }
};

/// The tree of a file system.
struct FilesystemTree {
    std::deque<Node> nodes;  ///< the root first
    NodeStore store;
    std::string label;
    std::uint64_t size = 0;  ///< bytes, by the volume descriptor
    bool is_cut_short = false;
};

/// Base of the kinds in filesystem_kinds(). Immutable once opened; share it between threads freely.
class Filesystem : public std::enable_shared_from_this<Filesystem> {
public:
    /// Reads the whole tree. `content`: an image's content, an ISO, a drive. Memory: up to 192 MiB plus content->stored_size(); time: proportional to
    /// the size. Whatever directories claim beyond that is left out: see is_cut_short(). Errors: no_filesystem; other_filesystem or raw_cd_sectors if
    /// the content is recognised as such; cancelled; out_of_memory.
    static Result<std::shared_ptr<const Filesystem>> open(SourcePtr content, const std::stop_token &stop = {});
    virtual ~Filesystem() = default;

    /// Its name in filesystem_kinds().
    virtual std::string_view kind() const = 0;

    static constexpr NodeId root = 0;
    const std::deque<Node> &nodes() const { return tree_.nodes; }
    const Node &operator[](NodeId id) const { return tree_.nodes[id]; }
    const ByteSource &content() const { return *content_; }
    const SourcePtr &content_pointer() const { return content_; }

    /// The contents of a file, decompressed. Keeps the file system alive. Pre: the node is a file. Throws std::bad_alloc.
    virtual SourcePtr open_file(NodeId node) const;

    /// "/usr/lib"; for a structure its name in brackets.
    std::string path(NodeId id) const;

    /// The entry of that name in a directory; links are not followed, "." and ".." are never found. None also if `directory` is not a directory.
    std::optional<NodeId> lookup(NodeId directory, std::string_view name) const;

    /// The node at a path, which starts at the root. All symbolic links are followed, inside the file system. None if it does not exist.
    std::optional<NodeId> find(std::string_view path) const;

    const std::string &label() const { return tree_.label; }
    /// The directories would take more memory or time than a disc of that size can need: the rest was not read and is marked incomplete.
    bool is_cut_short() const { return tree_.is_cut_short; }
    std::uint64_t size() const { return tree_.size; }  ///< bytes, by the volume descriptor

protected:
    Filesystem(SourcePtr content, FilesystemTree tree) : content_(std::move(content)), tree_(std::move(tree)) {}

private:
    std::optional<NodeId> find_from(NodeId start, std::string_view path, int &links_left) const;

    SourcePtr content_;
    FilesystemTree tree_;
};

/// Maps bytes of the content to the nodes that use them.
class ExtentMap {
public:
    explicit ExtentMap(const Filesystem &filesystem);

    /// The nodes that have bytes in [offset, offset + size), each once, in the order of their ids.
    std::vector<NodeId> nodes_in(std::uint64_t offset, std::uint64_t size) const;

private:
    struct Entry {
        std::uint64_t begin;
        std::uint64_t end;
        NodeId node;
    };
    std::vector<Entry> entries_;              ///< by begin
    std::vector<std::uint64_t> latest_ends_;  ///< the largest end of entries_[0..i]: extents may overlap
};

} // namespace cloop
