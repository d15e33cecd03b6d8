// What lies inside an image: the files of an ISO 9660 file system, with Rock Ridge and Joliet, as far as they can be known.
//
// Made for damaged discs. A directory that can't be read stays in the tree and is marked; what the path table and Joliet's second
// tree still tell about it is added. Nothing loops, and no damage ends the listing.
//
// Source: ECMA-119 (ISO 9660), the System Use Sharing Protocol 1.12, the Rock Ridge Interchange Protocol 1.12, Joliet, zisofs 1 and 2; where
// discs differ from these, what Linux makes of them.

#pragma once

#include "base/byte_source.h"
#include "base/extent.h"
#include "filesystem/pool.h"

#include <ctime>
#include <deque>
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
    structure,  ///< no file: descriptors, path tables, Joliet's directories
};

/// Where the name of a node was found.
enum class FoundBy : std::uint8_t { directory, path_table, joliet };

using NodeId = std::uint32_t;

/// A file that is stored compressed, by the ZF entry of Rock Ridge: version 1 ("pz") or 2 ("PZ"); 0: something newer.
struct Zisofs {
    std::uint8_t version = 0;
    std::uint16_t header_size = 0;  ///< bytes before the table of blocks
    std::uint8_t block_shift = 0;   ///< a block inflates to 1 << block_shift bytes

    /// Whether its blocks can be found and inflated here. Linux takes blocks of up to 128 KiB, libisofs makes those of version 2 up to 1 MiB.
    bool is_known() const { return block_shift >= 9 && ((version == 1 && block_shift <= 17) || (version == 2 && block_shift <= 20)); }
    std::size_t pointer_size() const { return version == 1 ? 4 : 8; }  ///< bytes of an entry of the table
};

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
    std::uint64_t size = 0;       ///< bytes, as they are read: inflated; of a directory: of its own records
    std::optional<Zisofs> zisofs; ///< of a file whose extents are compressed
    std::span<const Extent> extents;    ///< where its bytes lie in the content, in order; a directory's records first
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

/// Immutable once opened; share it between threads freely.
class Filesystem {
public:
    /// Reads the whole tree. `content`: an image's content, an ISO, a drive. Memory: up to 192 MiB, and as much as there
    /// are bytes behind the content; time: in proportion to its size. Whatever directories claim beyond that is left out: see is_cut_short(). Errors: no_filesystem; other_filesystem, raw_cd_sectors where it is known what else there is; cancelled; out_of_memory.
    static Result<std::shared_ptr<const Filesystem>> open(SourcePtr content, std::stop_token stop = {});

    static constexpr NodeId root = 0;
    const std::deque<Node> &nodes() const { return nodes_; }
    const Node &operator[](NodeId id) const { return nodes_[id]; }
    const ByteSource &content() const { return *content_; }
    const SourcePtr &content_pointer() const { return content_; }

    /// "/usr/lib"; of a structure its name in brackets.
    std::string path(NodeId id) const;

    /// The node at an absolute or relative path from the root. Symbolic links on the way and at the end are followed, inside
    /// the file system. None where nothing is there.
    std::optional<NodeId> find(std::string_view path) const;

    const std::string &label() const { return label_; }
    /// The directories would take more memory or time than a disc of that size can need: the rest of them was not read. Those are incomplete.
    bool is_cut_short() const { return is_cut_short_; }
    bool has_rock_ridge() const { return has_rock_ridge_; }
    bool has_joliet() const { return has_joliet_; }
    std::uint64_t size() const { return size_; }  ///< bytes, as the volume descriptor tells

private:
    friend class Iso9660Reader;
    Filesystem() = default;
    std::optional<NodeId> find_from(NodeId start, std::string_view path, int &links_left) const;
    std::optional<NodeId> child(NodeId directory, std::string_view name) const;

    SourcePtr content_;
    std::deque<Node> nodes_;
    NodeStore store_;
    std::string label_;
    std::uint64_t size_ = 0;
    bool has_rock_ridge_ = false;
    bool has_joliet_ = false;
    bool is_cut_short_ = false;
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
