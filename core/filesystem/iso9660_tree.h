// SPDX-License-Identifier: GPL-3.0-or-later
// One of a disc's two trees while it is read: the primary tree with Rock Ridge, or the Joliet tree.

#pragma once

#include "filesystem/habit.h"
#include "filesystem/iso9660_records.h"

#include <map>
#include <set>
#include <unordered_map>

namespace cloop {

struct Iso9660Tree {
    bool is_joliet = false;
    std::uint32_t block_size = iso_sector;
    std::uint8_t skip = 0;          ///< bytes before Rock Ridge in each system use area
    bool has_rock_ridge = false;

    std::deque<Node> nodes;         ///< their children are in `families` until link()
    NodeStore store;
    struct Family {
        NodeId first = Node::none, last = Node::none, next = Node::none;  ///< children; next sibling
        std::uint32_t path_length = 0;                                    ///< bytes
        std::uint32_t depth = 0;
    };
    std::deque<Family> families;    ///< one for each node
    std::uint64_t path_bytes = 0;   ///< of all nodes

    std::unordered_map<std::uint64_t, NodeId> directories;       ///< by offset: each is read once, which prevents loops
    std::set<std::pair<std::uint64_t, NodeId>> pending;          ///< directories still to be read, by offset
    std::map<std::uint64_t, std::uint64_t> read_ranges;          ///< begin → end of the ranges read as directories
    struct Relocated {
        NodeId parent;
        Node node;
    };
    std::unordered_map<NodeId, Zisofs> zisofs;  ///< of files whose extents are compressed
    std::vector<Relocated> relocated;  ///< relocated directories: shown in their original place if that can be read

    Habit copies;      ///< both copies of the numbers in a record are equal
    Habit form;        ///< a record has no meaningless bytes
    Habit rock_ridge;  ///< a record has Rock Ridge attributes, and both copies of them are equal
    Habit places;      ///< a file has the same place and size in the other tree
    Habit names;       ///< a file has the same name in the other tree
    struct Place {
        std::uint64_t offset, size;
    };
    std::unordered_map<NodeId, Place> other_places;  ///< the place not chosen, for files whose record has two

    std::uint64_t place(std::uint32_t block) const { return std::uint64_t{block} * block_size; }

    /// Adds a node; copies the memory of its views.
    NodeId append(NodeId parent, const Node &node);

    /// The children of a directory in disc order.
    std::vector<NodeId> children(NodeId directory) const;

    /// Claims [offset, offset + size) for a directory. Returns how many bytes from its beginning no other directory has.
    std::uint64_t claim(std::uint64_t offset, std::uint64_t size);

    /// The next directory to read, in ascending disc order, because drive and cache are faster then. Pre: one is pending.
    NodeId take_pending(std::uint64_t position);

    /// Removes the children of `directory` other than directories. Pre: they are the last nodes, and everything kept since `mark` is theirs.
    void forget_files(NodeId directory, const NodeStore::Mark &mark);

    /// Marks the nodes that break the habits of this disc.
    void mark_exceptions();

    /// Removes the children that have become structures from a directory.
    void detach_structures(NodeId directory);

    /// Sets every node's children, sorted by name.
    void link();

    std::uint64_t bytes() const;  ///< memory
};

} // namespace cloop
