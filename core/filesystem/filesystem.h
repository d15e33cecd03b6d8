// SPDX-License-Identifier: GPL-3.0-or-later
// What lies inside an image: the files of a file system, as far as they can be known.

#pragma once

#include "base/byte_source.h"
#include "base/extent.h"
#include "filesystem/pool.h"

#include <ctime>
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
    structure,  ///< not a file: what the file system has for itself, such as descriptors
};

/// Where the name of a node was found.
enum class FoundBy : std::uint8_t { directory, path_table, joliet };

using NodeId = std::uint32_t;

/// What its views show is kept by the Filesystem.
struct Node {
    static constexpr NodeId none = UINT32_MAX;

    std::string_view name;        ///< as stored, without a path: not yet safe to create
    std::string_view link_target; ///< of a symbolic link
    NodeId parent = none;         ///< the root's and a structure's: none
    NodeKind kind = NodeKind::file;
    FoundBy found_by = FoundBy::directory;
    bool is_doubtful = false;     ///< its record is damaged: another name, place, size or kind may be right
    bool is_incomplete = false;   ///< of a directory a part of the contents is unknown, of a file a part of the extents is not there
    std::uint32_t mode = 0;       ///< permission bits, with setuid, setgid and sticky
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    std::uint32_t links = 1;
    std::uint64_t inode = 0;      ///< equal for hard links; 0: unknown. Where none is stored, where the bytes begin
    std::uint32_t device_major = 0;
    std::uint32_t device_minor = 0;
    std::int64_t mtime = 0;       ///< seconds since 1970
    std::uint64_t size = 0;       ///< bytes, as they are read; of a directory: of its own records
    /// What it depends on: where its bytes lie in the content, in order, compressed or not; a directory's records first.
    std::span<const Extent> extents;
    std::span<const NodeId> children;   ///< of a directory, sorted by name
};

/// Whether something may be made under that name: no slash in it, no NUL, and not "." or "..".
bool is_safe_name(std::string_view name);

/// "/usr/lib". Pre: the parents of the node lead to Filesystem::root.
std::string path_in(const std::deque<Node> &nodes, NodeId id);

/// What the views of nodes show. Moved, not copied.
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

/// All that is read of a file system.
struct FilesystemTree {
    std::deque<Node> nodes;  ///< the root first
    NodeStore store;
    std::string label;
    std::uint64_t size = 0;  ///< bytes, as the file system tells
    bool is_cut_short = false;
};

/// One of those in filesystem_kinds(). Immutable once opened; share it between threads freely.
class Filesystem : public std::enable_shared_from_this<Filesystem> {
public:
    /// Reads the whole tree. `content`: an image's content, an ISO, a drive. Memory: up to 192 MiB, and as much as there are bytes behind the
    /// content; time: in proportion to its size. Whatever directories claim beyond that is left out: see is_cut_short().
    /// Errors: no_filesystem; other_filesystem, raw_cd_sectors where it is known what else there is; cancelled; out_of_memory.
    static Result<std::shared_ptr<const Filesystem>> open(SourcePtr content, const std::stop_token &stop = {});
    virtual ~Filesystem() = default;

    /// Which one: the name of its row.
    virtual std::string_view kind() const = 0;

    static constexpr NodeId root = 0;
    const std::deque<Node> &nodes() const { return tree_.nodes; }
    const Node &operator[](NodeId id) const { return tree_.nodes[id]; }
    const ByteSource &content() const { return *content_; }
    const SourcePtr &content_pointer() const { return content_; }

    /// What the file holds, whatever way it is stored. Keeps the file system alive. Pre: the node is a file. Throws std::bad_alloc.
    virtual SourcePtr open_file(NodeId node) const;

    /// "/usr/lib"; of a structure its name in brackets.
    std::string path(NodeId id) const;

    /// What has that name in a directory; nothing is followed, "." and ".." are names that nothing has. None also where `directory` is not one.
    std::optional<NodeId> lookup(NodeId directory, std::string_view name) const;

    /// The node at an absolute or relative path from the root. Symbolic links on the way and at the end are followed, inside
    /// the file system. None where nothing is there.
    std::optional<NodeId> find(std::string_view path) const;

    const std::string &label() const { return tree_.label; }
    /// The directories would take more memory or time than a disc of that size can need: the rest of them was not read. Those are incomplete.
    bool is_cut_short() const { return tree_.is_cut_short; }
    std::uint64_t size() const { return tree_.size; }  ///< bytes, as the file system tells

protected:
    Filesystem(SourcePtr content, FilesystemTree tree) : content_(std::move(content)), tree_(std::move(tree)) {}

private:
    std::optional<NodeId> find_from(NodeId start, std::string_view path, int &links_left) const;

    SourcePtr content_;
    FilesystemTree tree_;
};

/// Which nodes lie where: the way back from bytes to files.
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
