// SPDX-License-Identifier: GPL-3.0-or-later
// The tree that the entries of an archive make, one after the other, as GNU tar would unpack them into an empty folder.

#pragma once

#include "source/archive_pass.h"

#include <map>
#include <span>

namespace cloop {

/// Where an entry of that name goes, from the root of the archive on: without a slash at either end, and without what would lead out.
std::string archive_path(std::string_view name);

/// A later entry of the same name replaces an earlier one where it may; else it is refused, since two names may have become one. A symbolic link on
/// the way to an entry is followed, inside the tree only, to where it leads or will lead; an entry that is a folder takes the place of a link. Names
/// that lead out ("../", "/etc") stay inside. Used by one thread at a time.
class ArchiveTree {
public:
    /// A directory of the tree; 0 is its root.
    using Id = std::uint32_t;
    static constexpr Id root = 0, no_directory = UINT32_MAX;

    /// What an entry is, beside its name: what a hard link to it is too.
    struct Node {
        NodeAttributes attributes;
        std::uint64_t size = 0;
        int number = 0;           ///< of the entry with the data
        std::string link_target;  ///< of a symbolic link
        Id directory = no_directory;
    };
    struct Key {
        Id parent;
        std::string name;

        auto operator<=>(const Key &) const = default;
    };
    using Nodes = std::map<Key, Node>;

    /// `most_nodes`: a bound for its memory.
    explicit ArchiveTree(std::size_t most_nodes) : most_nodes_(most_nodes) {}

    /// Errors: one that says why the entry has no place: everything else is as if it were not there;
    /// archive_out_of_proportion: no more can be added.
    Status add(const ArchiveEntry &entry, int number);

    const NodeAttributes &root_attributes() const { return directories_[root].attributes; }

    /// The nodes in a directory, by name.
    std::pair<Nodes::const_iterator, Nodes::const_iterator> children(Id directory) const;

    /// From the root, without a slash before it.
    std::string path(const Key &key) const;

private:
    struct Directory {
        Id parent = root;
        std::uint32_t depth = 0;
        const Key *key = nullptr;     ///< none of the root
        NodeAttributes attributes{};  ///< of the root
        bool has_entry = false;       ///< of its own
    };

    enum class Missing : bool { refused, made };
    Result<Key> resolve(std::span<const std::string> names, Missing missing);
    Result<Id> make_directory(Key key, const NodeAttributes &attributes);
    Status put(Key key, Node node);
    bool is_second(const Key &key, const ArchiveEntry &entry) const;

    Nodes nodes_;
    std::vector<Directory> directories_{{.attributes = {.mode = S_IFDIR | 0755}}};
    std::size_t most_nodes_;
    std::size_t entries_ = 0;
    std::size_t steps_ = 0;  ///< through links
};

} // namespace cloop
