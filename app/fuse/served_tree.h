// SPDX-License-Identifier: GPL-3.0-or-later
// What the FUSE server shows: an immutable tree of files.

#pragma once

#include "base/byte_source.h"

#include <sys/stat.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace cloop::fuse {

/// Threads: every member may be called from any thread. Throws std::bad_alloc.
class ServedTree {
public:
    using Node = std::uint64_t;
    static constexpr Node root = 1;  ///< FUSE_ROOT_ID

    virtual ~ServedTree() = default;

    /// Whether there is such a node: the kernel asks only for nodes that it has been given, but a user may open them by handle.
    virtual bool has(Node node) const = 0;

    /// st_ino, st_mode and the rest. Pre (also of all below): has(node).
    virtual struct stat status(Node node) const = 0;

    /// The entry of a directory. None also if `directory` is not a directory.
    virtual std::optional<Node> lookup(Node directory, std::string_view name) const = 0;

    struct Entry {
        std::string_view name;  ///< valid as long as the tree; followed by a NUL only by chance
        Node node;
    };
    /// The entries of a directory by number, in an order that does not change. None after the last.
    virtual std::optional<Entry> entry(Node directory, std::size_t number) const = 0;

    /// The target of a symbolic link; empty for other nodes.
    virtual std::string_view link_target(Node node) const = 0;

    /// The content of a file; null for other nodes.
    virtual SourcePtr open(Node node) const = 0;

    /// Bytes in all.
    virtual std::uint64_t size() const = 0;
};

} // namespace cloop::fuse
