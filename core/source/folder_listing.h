// SPDX-License-Identifier: GPL-3.0-or-later
// What lies in a folder: listed once, by descriptors, for the ISO stream and for the estimate.

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

/// Holds the folder itself and a few dozen bytes for each node. Immutable; share it between threads freely.
class FolderListing {
public:
    /// Counts the nodes. Those of a folder come after it, from the last name to the first, each with all that lies below it. 0 is the folder itself.
    using Number = std::uint32_t;

    struct Node {
        Number parent = 0;  ///< the folder that it lies in
        Number first = 0;   ///< itself, or the earlier node that it is a hard link to
        mode_t mode = 0;
        uid_t uid = 0;
        gid_t gid = 0;
        std::uint32_t links = 0;
        std::uint64_t size = 0;  ///< bytes of a regular file
        time_t mtime = 0;
        dev_t special = 0;       ///< of a device node
        dev_t device = 0;        ///< that it lies on
        ino_t inode = 0;
        std::int64_t changed = 0;  ///< ctime in nanoseconds
        std::size_t text = 0;      ///< where its name lies, behind that the target of a link
    };

    struct Request {
        std::string path;
        SourceFilter filter{};
        std::optional<FileIdentity> forbidden{};  ///< a file that must not be among them, being the output
        /// Told of all that can't be listed; an error that it gives back ends the listing. May be empty.
        std::function<Status(const Error &)> on_trouble{};
    };

    /// Everything below the path but what the filter leaves out, and what vanishes meanwhile.
    /// Errors: not_found, no_permission, not_a_directory; same_file; content_too_large; cancelled; those of on_trouble.
    static Result<std::shared_ptr<const FolderListing>> read(Request request, const std::stop_token &stop, const ProgressSink &progress);

    Number size() const { return static_cast<Number>(nodes_.size()); }
    const Node &operator[](Number number) const { return nodes_[number]; }
    std::string name(Number number) const { return texts_.c_str() + nodes_[number].text; }
    std::string link_target(Number number) const { return texts_.c_str() + nodes_[number].text + name(number).size() + 1; }

    /// With the folder's own, for messages.
    std::string path(Number number) const;

    /// A regular file or a folder, for reading: what was listed, though it may have been written to since.
    /// Errors: source_changed, where another lies there now, or nothing, or it has other rights; those of the system.
    Result<UniqueFd> open(Number number) const;

    /// As it is after the listing: it knows which patterns matched.
    const SourceFilter &filter() const { return filter_; }

    /// What was deleted while its folder was listed: paths with the folder's own.
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
