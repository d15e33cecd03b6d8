// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/open_stream.h"

#include "file/archive_name.h"
#include "file/file_source.h"
#include "file/split_name.h"
#include "file/split_set.h"
#include "source/archive_stream.h"
#include "source/folder_stream.h"
#include "source/source_stream.h"

namespace cloop {

namespace {

/// The default volume label for a source.
std::string label_for(const std::string &path) {
    std::string name = path;
    while (name.size() > 1 && name.back() == '/') name.pop_back();
    name = name.substr(name.rfind('/') + 1);
    return name.empty() || name == "." || name == ".." ? "CLOOP" : name;
}

} // namespace

SourceKind kind_of_source(const std::string &path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) return SourceKind::folder;
    return archive_of(path) ? SourceKind::archive : SourceKind::file;
}

Result<OpenedSource> open_stream(const std::string &path, TreeOptions options, const std::optional<FileIdentity> &forbidden,
                                 const std::stop_token &stop, const ProgressSink &progress) {
    if (options.label.empty()) options.label = label_for(archive_of(path).value_or(path));
    const SourceKind kind = kind_of_source(path);
    if (kind == SourceKind::folder) {
        CLOOP_LET(stream, open_folder(path, std::move(options), forbidden, stop, progress));
        return OpenedSource{std::move(stream), kind};
    }
    CLOOP_LET(parts, parts_of(path));
    for (const auto &part : parts)
        if (forbidden && identity_at(part) == forbidden) return fail(ErrorCode::same_file, path);
    CLOOP_LET(source, open_whole(path));
    if (options.on_note && parts.size() == 1)
        if (const auto other = neighbour_of_lone_part(path)) options.on_note({.code = ErrorCode::part_alone, .subject = path, .detail = *other});
    if (kind == SourceKind::archive) {
        auto stream = open_archive(std::move(source), std::move(options), stop, progress);
        if (!stream) return std::unexpected(with_lost_part(std::move(stream).error(), path));
        return OpenedSource{std::move(*stream), kind};
    }
    const auto part = parts.size() > 1 ? parse_split_name(parts.front()) : std::nullopt;
    if (options.on_note && is_other_packed_name(part ? part->base : path)) options.on_note({.code = ErrorCode::taken_as_it_is, .subject = path});
    return OpenedSource{std::make_unique<SourceStream>(std::move(source), options.keep_going ? options.on_trouble : TroubleSink()), kind};
}

} // namespace cloop
