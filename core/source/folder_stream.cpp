// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/folder_stream.h"

#include "source/folder_fill.h"

#include <limits>

namespace cloop {

Result<std::unique_ptr<ByteStream>> open_folder(const std::string &path, TreeOptions options, const std::optional<FileIdentity> &forbidden,
                                                const std::stop_token &stop, const ProgressSink &progress) {
    SourceFilter filter = options.filter;
    CLOOP_LET(tree, ContentTree::make(std::move(options)));
    // Report all unreadable names before failing.
    bool has_failed = false;
    const auto trouble = [&](const Error &error) -> Status {
        has_failed = !tree->trouble(error) || has_failed;
        return {};
    };
    CLOOP_LET(listing, FolderListing::read({path, std::move(filter), forbidden, trouble}, stop, progress));
    CLOOP_TRY(fill_from_folder(*tree, tree->root(), listing, std::numeric_limits<std::uint64_t>::max(), trouble, stop));
    if (has_failed) return fail(ErrorCode::source_unreadable, path);
    return tree->stream(listing->path(0), stop);
}

} // namespace cloop
