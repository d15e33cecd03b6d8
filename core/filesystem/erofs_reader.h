// SPDX-License-Identifier: GPL-3.0-or-later
// Builds an ErofsFilesystem from its records, which may be damaged.

#pragma once

#include "filesystem/erofs_filesystem.h"
#include "filesystem/metered_reader.h"
#include "format/erofs_records.h"

#include <set>

namespace cloop {

/// Used once, by one thread. Bounded as Filesystem::open() says.
class ErofsReader {
public:
    ErofsReader(SourcePtr content, std::stop_token stop);

    /// The superblock, if it can be read and is of a file system that can be shown. `is_lost`: it can't be read.
    static std::optional<erofs::Superblock> superblock_of(const ByteSource &content, bool &is_lost);

    /// Errors: no_filesystem; cancelled. Throws std::bad_alloc.
    Result<std::shared_ptr<const Filesystem>> read();

private:
    /// A directory whose names are still to be read.
    struct Pending {
        NodeId node = 0;
        std::uint64_t parent = 0;  ///< number of the inode that holds its name
        std::uint32_t depth = 0;
        std::uint32_t path_length = 0;
    };

    /// A directory that no name leads to.
    struct Orphan {
        std::uint64_t inode = 0;
        std::uint64_t parent = 0;  ///< by its ".."
    };

    void read_pending();
    NodeId add(NodeId parent, const erofs::Entry &entry);
    void describe(Node &node, const erofs::Inode &inode, std::uint64_t offset);
    void find_extents(Node &node, const erofs::Inode &inode, std::uint64_t offset);
    void find_chunks(Node &node, const erofs::Inode &inode, std::uint64_t offset);
    void add_extent(Node &node, Extent extent);
    std::string read_target(const Node &node);
    void read_directory(const Pending &pending);
    void add_children(const Pending &pending, std::span<const std::byte> block, bool is_first);
    void recover();
    std::vector<Orphan> find_orphans();
    std::optional<Orphan> orphan_at(std::uint64_t number, std::span<const std::byte> bytes);
    void adopt(NodeId parent, std::span<const Orphan> orphans);
    void add_structures();
    bool has_room();
    TolerantRead read_at(std::uint64_t offset, std::uint64_t size);

    SourcePtr content_;
    std::stop_token stop_;
    MeteredReader records_;
    const std::uint64_t most_bytes_;
    bool is_exhausted_ = false;
    erofs::Superblock superblock_;

    FilesystemTree tree_;
    std::unordered_map<NodeId, ErofsFile> files_;
    std::vector<Pending> pending_;
    std::unordered_map<std::uint64_t, NodeId> directories_;  ///< by the number of the inode: each is read once, which prevents loops
    std::set<std::uint64_t> inode_blocks_;           ///< that hold inodes
    std::uint64_t path_bytes_ = 0;                   ///< of all nodes
    std::uint64_t chunk_bytes_ = 0;                  ///< memory of all files in chunks
    bool has_losses_ = false;                        ///< names may be unknown

    // Of the node being added.
    std::vector<Extent> extents_;
    std::optional<ErofsFile> file_;
    std::vector<NodeId> children_;
};

} // namespace cloop
