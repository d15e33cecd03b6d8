// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of an archive's entries, as GNU tar would unpack them in order into an empty folder.

#pragma once

#include "source/archive_pass.h"

#include <map>
#include <span>

namespace cloop {

/// The path of an entry from the archive's root: without leading and trailing slashes, and without components that lead out.
std::string archive_path(std::string_view name);

/// A later entry of the same name replaces an earlier one if may_replace is set; else it is refused, because two different names may have become
/// equal. A symbolic link on the path of an entry is followed inside the tree, even if its target does not exist yet; a folder entry replaces a link.
/// Names that lead out ("../", "/etc") stay inside. Used by one thread at a time.
class ArchiveTree {
public:
    /// A directory of the tree; 0 is its root.
    using Id = std::uint32_t;
    static constexpr Id root = 0, no_directory = UINT32_MAX;

    /// The properties of an entry except its name, which hard links share.
    struct Node {
        NodeAttributes attributes;
        std::uint64_t size = 0;
        int number = 0;           ///< number of the entry with the data
        std::string link_target;  ///< of a symbolic link
        Id directory = no_directory;
    };
    struct Key {
        Id parent;
        std::string name;

        auto operator<=>(const Key &) const = default;
    };
    using Nodes = std::map<Key, Node>;

    /// `most_nodes`: limits the memory.
    explicit ArchiveTree(std::size_t most_nodes) : most_nodes_(most_nodes) {}

    /// Errors: one that says why the entry is refused: the tree is then unchanged; archive_out_of_proportion: no more can be added.
    Status add(const ArchiveEntry &entry, int number);

    const NodeAttributes &root_attributes() const { return directories_[root].attributes; }

    /// The nodes in a directory, by name.
    std::pair<Nodes::const_iterator, Nodes::const_iterator> children(Id directory) const;

    /// From the root, without a leading slash.
    std::string path(const Key &key) const;

private:
    struct Directory {
        Id parent = root;
        std::uint32_t depth = 0;
        const Key *key = nullptr;     ///< null for the root
        NodeAttributes attributes{};  ///< for the root only
        bool has_entry = false;       ///< the archive has an entry for it
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
    std::size_t steps_ = 0;  ///< path components resolved through links
};

} // namespace cloop
