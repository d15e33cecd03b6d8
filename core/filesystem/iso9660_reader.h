// SPDX-License-Identifier: GPL-3.0-or-later
// Builds an Iso9660Filesystem from the records on a disc, damaged ones included.

#pragma once

#include "base/tolerant_read.h"
#include "filesystem/iso9660_filesystem.h"
#include "filesystem/iso9660_tree.h"
#include "filesystem/iso9660_volumes.h"

#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace cloop {

/// Used once, by one thread.
///
/// What a disc may cost is bounded by what is there: memory by the bytes that stand behind the content, reading by its size, however the
/// directories overlap, lie crosswise or point at each other. Where a bound is reached, the rest is left out and the tree says so.
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

    // iso9660_recovery.cpp: what the path table and the other tree tell.
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

    NodeId open_file_ = Node::none;       ///< the file that goes on in the next record
    std::vector<Extent> open_extents_;
    bool open_is_whole_ = true;
    std::string associated_;              ///< the name of the associated file that came last, whose own file must follow
    std::vector<Extent> own_extents_;     ///< of the directory that is being read: its records, and where these go on

    Tree *witnessed_ = nullptr;           ///< the tree that the one that is being read is compared with, and not kept where both agree
    std::unordered_map<std::uint64_t, NodeId> mains_;  ///< by the offset of a directory in the other tree: the same one in the main tree
    std::unordered_map<NodeId, NodeId> peers_;         ///< the way back
    std::unordered_set<NodeId> compared_;              ///< directories of the main tree

    std::uint64_t position_ = 0;                    ///< where reading went on last
    std::uint64_t other_tree_bytes_ = 0;            ///< memory
    const std::uint64_t most_bytes_;                ///< of memory
    std::uint64_t read_cost_ = 0;                   ///< bytes read, and what had to be inflated for them
    const std::uint64_t most_read_cost_;
    std::uint64_t piece_size_ = 1;                  ///< the longest that the content has to be read at once
    std::array<std::uint64_t, 2> recent_pieces_{};  ///< by their ends
    std::uint64_t continued_bytes_ = 0;             ///< read as continuations, and in how many sectors these lie
    std::unordered_set<std::uint64_t> continued_sectors_;
    bool is_exhausted_ = false;
};

} // namespace cloop
