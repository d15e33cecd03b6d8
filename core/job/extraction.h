// SPDX-License-Identifier: GPL-3.0-or-later
// Shared by extraction to a folder and to a tar archive.

#pragma once

#include "base/tolerant_read.h"
#include "job/extract_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace cloop {

/// Identifies hard links by where the data lie, because inode numbers may be invented.
using LinkKey = std::pair<std::uint64_t, std::uint64_t>;
std::optional<LinkKey> link_key(const Node &node);

/// S_IFREG, S_IFDIR and so on.
mode_t type_of(NodeKind kind);

/// Walks `top` and all below, parents first. `enter` is called for each node and returns whether to descend (Result<bool>); `leave` for each entered
/// node after its children (Status). Not recursive, because a tree may be deeper than the stack. An error ends the walk.
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

/// Reads files in pieces, records damage and reports progress.
class Extraction {
public:
    Extraction(std::shared_ptr<const Filesystem> filesystem, const NodeSelection &selection, const std::stop_token &stop,
               const ProgressSink &progress);

    /// Calls `put` with each piece and its offset, in order; lost ranges are zeros and recorded. Errors: those of `put`; cancelled.
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

    /// Records an incomplete directory, a cut file or a damaged record as damage.
    void note_incomplete(NodeId id);

    /// Records a hard link to a file extracted before: it has lost the same bytes.
    void note_link(NodeId id, const LinkKey &key);

    /// False, and recorded, if the name would lead out of the target.
    bool has_safe_name(NodeId id, std::string_view name);

    /// The nodes to extract for `node`: for the root, which has no name, its children; notes an incomplete root.
    std::vector<NodeId> named_nodes(NodeId node);

    FileExtractResult take_result() { return std::move(result_); }

protected:
    const std::shared_ptr<const Filesystem> filesystem_;
    const NodeSelection &selection_;
    const std::stop_token &stop_;
    FileExtractResult result_;

private:
    void note_lost(NodeId id, const std::vector<LostRange> &lost);

    const ProgressSink &progress_;
    std::uint64_t total_ = 0;  ///< bytes of all nodes, each hard link counted
    std::map<LinkKey, std::vector<Error>> damaged_links_;
    std::vector<std::byte> piece_ = std::vector<std::byte>(1u << 20);
};

} // namespace cloop
