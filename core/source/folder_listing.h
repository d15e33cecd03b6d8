// SPDX-License-Identifier: GPL-3.0-or-later
// Lists a folder's tree once, by descriptors, for the ISO stream and the estimate.

#pragma once

#include "base/progress.h"
#include "base/unique_fd.h"
#include "file/file_identity.h"
#include "source/source_filter.h"

#include <sys/stat.h>

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace cloop {

/// Holds the root folder open, and a few dozen bytes per node. Immutable; share it between threads freely.
class FolderListing {
public:
    /// Number of a node. 0 is the root; a folder's entries follow it in descending name order, each with all that lies below it.
    using Number = std::uint32_t;

    struct Node {
        Number parent = 0;  ///< the folder that it lies in
        Number first = 0;   ///< its own number, or that of the earlier node it is a hard link to
        mode_t mode = 0;
        uid_t uid = 0;
        gid_t gid = 0;
        std::uint32_t links = 0;
        std::uint64_t size = 0;         ///< bytes of a regular file
        std::int64_t mtime = 0;         ///< seconds since 1970
        std::uint32_t nanoseconds = 0;  ///< of mtime
        dev_t special = 0;       ///< of a device node
        dev_t device = 0;        ///< of the file system
        ino_t inode = 0;
        std::int64_t changed = 0;  ///< ctime in nanoseconds
        std::size_t text = 0;      ///< offset of its name, which a link's target follows
    };

    struct Request {
        std::string path;
        SourceFilter filter{};
        std::optional<FileIdentity> forbidden{};  ///< a file that must not be listed: the output
        /// Called for each entry that can't be listed; an error that it returns ends the listing. May be empty.
        std::function<Status(const Error &)> on_trouble{};
    };

    /// Lists everything below the path except what the filter excludes or what vanishes meanwhile.
    /// Errors: not_found, no_permission, not_a_directory; same_file; content_too_large; cancelled; those of on_trouble.
    static Result<std::shared_ptr<const FolderListing>> read(Request request, const std::stop_token &stop, const ProgressSink &progress);

    Number size() const { return static_cast<Number>(nodes_.size()); }
    const Node &operator[](Number number) const { return nodes_[number]; }
    std::string name(Number number) const { return texts_.c_str() + nodes_[number].text; }
    std::string link_target(Number number) const { return texts_.c_str() + nodes_[number].text + name(number).size() + 1; }

    /// Including the root's path, for messages.
    std::string path(Number number) const;

    /// Opens a regular file or folder for reading, anything else by O_PATH: the listed one, which may have been modified since.
    /// Errors: source_changed, if it was replaced, removed or has other permissions; those of the system.
    Result<UniqueFd> open(Number number) const;

    /// The filter after the listing, with its matched patterns marked.
    const SourceFilter &filter() const { return filter_; }

    /// Paths, including the root's, of entries deleted while their folder was listed.
    const std::vector<std::string> &vanished() const { return vanished_; }

private:
    class Walk;

    FolderListing() = default;
    std::string path_below(Number number) const;

    std::string root_path_;
    UniqueFd root_;
    SourceFilter filter_;
    std::deque<Node> nodes_;
    std::string texts_;
    std::vector<std::string> vanished_;
};

} // namespace cloop
