// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/root_listing.h"

#include "file/split_set.h"
#include "job/open_image.h"
#include "source/archive_tree.h"
#include "source/folder_listing.h"
#include "source/open_stream.h"

namespace cloop {

namespace {

Status survey_folder(const std::string &path, const SourceFilter &filter, RootSurvey &survey, const std::stop_token &stop,
                     const ProgressSink &progress) {
    // What can't be listed is reported when the image is built.
    CLOOP_LET(listing, FolderListing::read({path, filter, {}, [](const Error &) -> Status { return {}; }}, stop, progress));
    // Parents come before what lies in them.
    std::vector<std::string> paths(listing->size());
    for (FolderListing::Number number = 1; number < listing->size(); ++number) {
        const auto &node = (*listing)[number];
        const std::string &parent = paths[node.parent];
        std::string whole = (parent.empty() ? "" : parent + "/") + listing->name(number);
        survey.see(whole, kind_of_mode(node.mode), node.first == number ? node.size : 0);
        if (S_ISDIR(node.mode)) paths[number] = std::move(whole);
    }
    return {};
}

Status survey_archive(const std::string &path, SourceFilter filter, RootSurvey &survey, const std::stop_token &stop, const ProgressSink &progress) {
    CLOOP_LET(file, open_whole(path));
    CLOOP_LET(pass, ArchivePass::open(std::move(file), stop));
    std::uint64_t seen = 0;
    while (true) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        CLOOP_LET(entry, pass->next());
        if (!entry) return {};
        seen += entry->size;
        report(progress, {.phase = Phase::list, .done = seen});
        const std::string name = archive_path(entry->path);
        const mode_t mode = entry->attributes.mode;
        if (!name.empty() && !filter.excludes_or_above(name, S_ISDIR(mode))) survey.see(name, kind_of_mode(mode), entry->size);
    }
}

Status survey_image(const std::string &path, RootSurvey &survey, const std::stop_token &stop) {
    CLOOP_LET(filesystem, open_filesystem(path, {}, stop));
    for (NodeId id = Filesystem::root + 1; id < filesystem->nodes().size(); ++id) {
        const Node &node = (*filesystem)[id];
        if (node.kind != NodeKind::structure) survey.see(std::string_view(filesystem->path(id)).substr(1), node.kind, node.size);
    }
    return {};
}

} // namespace

Status survey_root(const std::string &path, const SourceFilter &filter, RootSurvey &survey, const std::stop_token &stop,
                   const ProgressSink &progress) {
    switch (kind_of_source(path)) {
    case SourceKind::folder: return survey_folder(path, filter, survey, stop, progress);
    case SourceKind::archive: return survey_archive(path, filter, survey, stop, progress);
    case SourceKind::file: return survey_image(path, survey, stop);
    }
    return fail(ErrorCode::internal);
}

} // namespace cloop
