// SPDX-License-Identifier: GPL-3.0-or-later
// One of the two trees of a disc while it is read: the primary one with Rock Ridge, or Joliet's.

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
        NodeId first = Node::none, last = Node::none, next = Node::none;  ///< children; the next of the same parent
        std::uint32_t path_length = 0;                                    ///< bytes
        std::uint32_t depth = 0;
    };
    std::deque<Family> families;    ///< one for each node
    std::uint64_t path_bytes = 0;   ///< of all nodes

    std::unordered_map<std::uint64_t, NodeId> directories;       ///< by offset: each is read once, so nothing loops
    std::set<std::pair<std::uint64_t, NodeId>> pending;          ///< directories still to be read, by offset
    std::map<std::uint64_t, std::uint64_t> read_ranges;          ///< begin → end of what was read as a directory
    struct Relocated {
        NodeId parent;
        Node node;
    };
    std::unordered_map<NodeId, Zisofs> zisofs;  ///< of files whose extents are compressed
    std::vector<Relocated> relocated;  ///< moved directories: shown where they came from, if that can be read

    Habit copies;      ///< both copies of the numbers in a record are equal
    Habit form;        ///< a record has nothing in it that has no meaning
    Habit rock_ridge;  ///< a record has the attributes of Rock Ridge, and both copies of them are equal
    Habit places;      ///< the other tree tells the same place and size of a file
    Habit names;       ///< the other tree tells the same name
    struct Place {
        std::uint64_t offset, size;
    };
    std::unordered_map<NodeId, Place> other_places;  ///< of files whose record tells two: the one that was not taken

    std::uint64_t place(std::uint32_t block) const { return std::uint64_t{block} * block_size; }

    /// Adds a node, with copies of what its views show.
    NodeId append(NodeId parent, const Node &node);

    /// The children of a directory in the order of the disc.
    std::vector<NodeId> children(NodeId directory) const;

    /// Takes [offset, offset + size) as a directory's own. Returns how much of it, from its beginning on, no other one has.
    std::uint64_t claim(std::uint64_t offset, std::uint64_t size);

    /// The directory to be read next: going forward over the disc, as its reader and its cache like it. Pre: there is one.
    NodeId take_pending(std::uint64_t position);

    /// Removes the children of `directory` other than directories. Pre: they are the last nodes, and everything kept since `mark` is theirs.
    void forget_files(NodeId directory, const NodeStore::Mark &mark);

    /// Marks what breaks the habits of this disc.
    void mark_exceptions();

    /// Takes those children out of a directory that have become structures.
    void detach_structures(NodeId directory);

    /// Gives every node its children, by name.
    void link();

    std::uint64_t bytes() const;  ///< memory
};

} // namespace cloop
