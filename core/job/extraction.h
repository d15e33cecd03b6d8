// SPDX-License-Identifier: GPL-3.0-or-later
// What bringing files to a folder and into a tar archive have in common.

#pragma once

#include "base/tolerant_read.h"
#include "job/extract_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace cloop {

/// Hard links are one file: told apart by where the data lie, since serial numbers may be made up.
using LinkKey = std::pair<std::uint64_t, std::uint64_t>;
std::optional<LinkKey> link_key(const Node &node);

/// S_IFREG, S_IFDIR and so on.
mode_t type_of(NodeKind kind);

/// `top` and all below, parents first. `enter` is called for each node and tells whether to go into it (Result<bool>); `leave` for each
/// that was gone into, when all below is done (Status). Not by recursion: a tree may be deeper than the stack. An error ends the walk.
template <class Enter, class Leave> Status walk_tree(const Filesystem &filesystem, NodeId top, Enter enter, Leave leave) {
    struct Level {
        NodeId node;
        std::size_t next;  ///< of its children
    };
    std::vector<Level> levels;
    const auto visit = [&](NodeId id) -> Status {
        const Result<bool> goes_in = enter(id);
        if (!goes_in) return std::unexpected(goes_in.error());
        if (*goes_in) levels.push_back({id, 0});
        return {};
    };
    CLOOP_TRY(visit(top));
    while (!levels.empty()) {
        Level &level = levels.back();
        const auto &children = filesystem[level.node].children;
        if (level.next < children.size()) {
            CLOOP_TRY(visit(children[level.next++]));
        } else {
            CLOOP_TRY(leave(level.node));
            levels.pop_back();
        }
    }
    return {};
}

/// Pieces of a file, damage noted, progress reported.
class Extraction {
public:
    Extraction(std::shared_ptr<const Filesystem> filesystem, const std::vector<NodeId> &nodes, const std::stop_token &stop,
               const ProgressSink &progress);

    /// Calls `put` with each piece and its offset, in order; lost ranges are zeros and noted. Errors: those of `put`; cancelled.
    template <class Put> Status copy(NodeId id, Put put) {
        const auto source = filesystem_->open_file(id);
        TolerantReader reader(*source);
        while (reader.offset() < source->size()) {
            if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
            const std::uint64_t done = reader.offset();
            const auto part = std::span(piece_).first(static_cast<std::size_t>(std::min<std::uint64_t>(piece_.size(), source->size() - done)));
            reader.read(part);
            CLOOP_TRY(put(part, done));
            result_.bytes += part.size();
            report(progress_, {.phase = Phase::extract, .done = result_.bytes, .total = std::max(total_, result_.bytes)});
        }
        note_lost(id, reader.lost());
        return {};
    }

    /// A directory that is known in part only counts as damage, a file that the image does not hold to its end and a damaged record too.
    void note_incomplete(NodeId id);

    /// A hard link was made to what was copied before: what that has lost, this one has too.
    void note_link(NodeId id, const LinkKey &key);

    /// False, and noted, where the name would lead out of the target.
    bool has_safe_name(NodeId id, std::string_view name);

    /// What is to be made for `node`: the root has no name, so it stands for all in it, and counts as seen.
    std::vector<NodeId> named_nodes(NodeId node);

    FileExtractResult take_result() { return std::move(result_); }

protected:
    const std::shared_ptr<const Filesystem> filesystem_;
    const std::stop_token &stop_;
    FileExtractResult result_;

private:
    void note_lost(NodeId id, const std::vector<LostRange> &lost);

    const ProgressSink &progress_;
    std::uint64_t total_ = 0;  ///< bytes of all below, hard links counted each
    std::map<LinkKey, std::vector<Error>> damaged_links_;
    std::vector<std::byte> piece_ = std::vector<std::byte>(1u << 20);
};

} // namespace cloop
