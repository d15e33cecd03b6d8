// SPDX-License-Identifier: GPL-3.0-or-later
// Builds an Iso9660Filesystem from the records on a disc, which may be damaged.

#pragma once

#include "filesystem/iso9660_filesystem.h"
#include "filesystem/iso9660_tree.h"
#include "filesystem/iso9660_volumes.h"
#include "filesystem/metered_reader.h"

#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace cloop {

/// Used once, by one thread.
/// Memory is bounded by the stored size of the content, and reading by its size, even if directories overlap or form loops. If a bound is reached,
/// the rest is left out and the tree is marked (is_cut_short).
class Iso9660Reader {
public:
    Iso9660Reader(SourcePtr content, std::stop_token stop);

    /// Errors: no_filesystem; cancelled. Throws std::bad_alloc.
    Result<std::shared_ptr<const Filesystem>> read();

private:
    using Tree = Iso9660Tree;

    void begin_tree(Tree &tree, const VolumeDescriptor &volume);
    void read_pending(Tree &tree);
    void read_directory(Tree &tree, NodeId id);
    bool read_records(Tree &tree, NodeId directory, std::span<const std::byte> sector);
    void add_record(Tree &tree, NodeId directory, const DirectoryRecord &record);
    RockRidge read_rock_ridge(Tree &tree, NodeId directory, const DirectoryRecord &record);
    void add_file(Tree &tree, NodeId directory, Node node, const DirectoryRecord &record, const RockRidge &rock_ridge);
    void close_file(Tree &tree);
    void judge(Tree &tree, NodeId node, const DirectoryRecord &record, const RockRidge &rock_ridge);
    void enqueue(Tree &tree, NodeId id);
    void place_relocated(Tree &tree);
    Extent extent_of(const Tree &tree, const DirectoryRecord &record, bool is_directory);
    bool add_extent(std::vector<Extent> &extents, Extent extent) const;
    std::optional<std::uint64_t> own_size(const Tree &tree, std::uint64_t offset);
    bool has_room(const Tree &tree);
    TolerantRead read_at(std::uint64_t offset, std::uint64_t size);

    // iso9660_recovery.cpp: comparison with the path table and the other tree.
    struct PathTable;
    void pair_roots(const Tree &other);
    void pair(Tree &main, NodeId node, const Tree &other, NodeId peer);
    static std::unordered_set<NodeId> alike_in_joliet(const Tree &main, NodeId directory);
    void compare(Tree &main, NodeId directory, const Tree &other, NodeId peer);
    void take_name(Tree &main, NodeId id, std::string_view joliet);
    void compare_all(Tree &main, const Tree &other);
    void compare_and_forget(Tree &witness, NodeId directory, const NodeStore::Mark &mark);
    bool find_peer(Tree &main, NodeId directory, const Tree &other);
    PathTable read_path_table(const Tree &tree, const VolumeDescriptor &volume);
    void recover(Tree &main, const Tree &other, const VolumeDescriptor &volume);
    void recover_directory(Tree &main, NodeId directory, const Tree &other, PathTable &table);
    void add_found(Tree &main, NodeId parent, std::string_view name, std::uint64_t offset, NodeId peer);
    void adopt(Tree &main, NodeId parent, const Tree &other, NodeId from);
    void add_structures(Tree &main, const Tree &other) const;

    SourcePtr content_;
    std::stop_token stop_;
    Iso9660Volumes volumes_;

    NodeId open_file_ = Node::none;       ///< the file that the next record may continue
    std::vector<Extent> open_extents_;
    bool open_is_whole_ = true;
    std::string associated_;              ///< name of the last associated file, whose main file must follow
    std::vector<Extent> own_extents_;     ///< of the directory being read: its records and their continuations

    Tree *witnessed_ = nullptr;           ///< the tree that the tree being read is compared with; files on which both agree are not kept
    std::unordered_map<std::uint64_t, NodeId> mains_;  ///< offset of a directory in the other tree → the same directory in the main tree
    std::unordered_map<NodeId, NodeId> peers_;         ///< the inverse
    std::unordered_set<NodeId> compared_;              ///< directories of the main tree

    std::uint64_t position_ = 0;                    ///< where the last read ended
    std::uint64_t other_tree_bytes_ = 0;            ///< memory
    const std::uint64_t most_bytes_;                ///< of memory
    MeteredReader records_;
    std::uint64_t continued_bytes_ = 0;             ///< bytes read as continuations, and the sectors that hold them
    std::unordered_set<std::uint64_t> continued_sectors_;
    bool is_exhausted_ = false;
};

} // namespace cloop
