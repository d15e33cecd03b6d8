// SPDX-License-Identifier: GPL-3.0-or-later
#include "source_options.h"

#include "arguments.h"

#include "text/error_texts.h"
#include "text/value_names.h"

#include <charconv>
#include <optional>

namespace cloop::cli {

namespace {

/// "1000:100". User and group have 32 bits; all ones is invalid.
std::optional<Owner> parse_owner(std::string_view text) {
    Owner owner;
    const char *end = text.data() + text.size();
    const auto [colon, uid_error] = std::from_chars(text.data(), end, owner.uid);
    if (uid_error != std::errc() || colon == end || *colon != ':') return std::nullopt;
    const auto [rest, gid_error] = std::from_chars(colon + 1, end, owner.gid);
    if (gid_error != std::errc() || rest != end || owner.uid == static_cast<uid_t>(-1) || owner.gid == static_cast<gid_t>(-1)) return std::nullopt;
    return owner;
}

} // namespace

void add_source_options(CLI::App &command, SourceRequest &request) {
    takes_one_of(command.add_option("--filesystem", request.filesystem, tr("What a folder or archive becomes (default iso9660)")),
                 {name_of(TreeKind::iso9660), name_of(TreeKind::erofs)});
    // One pattern per option, because the next argument may be the source.
    takes(command.add_option("--exclude", request.exclude,
                             tr("Leave out what matches, such as '*.o' anywhere or /var/cache from the root of the source")),
          value::pattern)
        ->allow_extra_args(false);
    takes(command.add_option("--exclude-from", request.exclude_from, tr("The same for each line of a file")), value::file)->allow_extra_args(false);
    command.add_flag("--one-file-system", request.one_file_system, tr("Leave out what is mounted in a folder; an empty folder stays"));
    auto *owner = takes(command.add_option("--owner", request.owner, tr("Whose all files are in the image, as numbers")), value::owner);
    command.add_flag("--all-root", request.all_root, tr("The same as --owner 0:0"))->excludes(owner);
}

Status parse_source(const SourceRequest &request, SourceKind kind, BuildRequest &build) {
    const std::string &source = build.source.path;
    const bool is_picked = !request.filesystem.empty() || !request.exclude.empty() || !request.exclude_from.empty() || !request.owner.empty() ||
                           request.all_root || request.one_file_system;
    if (kind == SourceKind::file && is_picked)
        return invalid(filled_in(tr("--filesystem, --exclude, --exclude-from, --one-file-system, --owner and --all-root work with a folder or an "
                                    "archive, but %1 is taken as it is"),
                                 source, {}));
    if (kind == SourceKind::archive && request.one_file_system)
        return invalid(filled_in(tr("--one-file-system works with a folder, but %1 is an archive"), source, {}));

    if (!request.filesystem.empty()) build.filesystem = tree_kind_named(request.filesystem).value();
    for (const auto &pattern : request.exclude) CLOOP_TRY(build.source.filter.exclude(pattern));
    for (const auto &path : request.exclude_from) CLOOP_TRY(build.source.filter.exclude_from(path));
    build.source.filter.one_file_system = request.one_file_system;
    if (request.all_root) build.owner = Owner{};
    if (request.owner.empty()) return {};
    build.owner = parse_owner(request.owner);
    if (!build.owner) return invalid(filled_in(tr("--owner takes two numbers such as 0:0 or 1000:100, which %1 is not"), request.owner, {}));
    return {};
}

} // namespace cloop::cli
