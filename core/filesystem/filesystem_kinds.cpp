// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesystem/filesystem_kinds.h"

#include "filesystem/erofs_filesystem.h"
#include "filesystem/iso9660_filesystem.h"
#include "filesystem/known_content.h"

#include <new>

namespace cloop {

namespace {

constexpr FilesystemKind kinds[] = {
    {Iso9660Filesystem::name, "iso9660", Iso9660Filesystem::probe, Iso9660Filesystem::open},
    {ErofsFilesystem::name, "erofs", ErofsFilesystem::probe, ErofsFilesystem::open},
};

/// The error that names a content without a supported file system.
Error what_else(const ByteSource &content) {
    const KnownContent known = known_content(content);
    ErrorCode code = ErrorCode::no_filesystem;
    if (known.kind == KnownContent::Kind::filesystem || known.kind == KnownContent::Kind::partitions) code = ErrorCode::other_filesystem;
    if (known.kind == KnownContent::Kind::raw_sectors) code = ErrorCode::raw_cd_sectors;
    return {.code = code, .subject = content.name(), .detail = std::string(known.name)};
}

} // namespace

std::span<const FilesystemKind> filesystem_kinds() { return kinds; }

Result<std::shared_ptr<const Filesystem>> Filesystem::open(SourcePtr content, const std::stop_token &stop) try {
    using Answer = FilesystemProbe::Answer;
    std::vector<const FilesystemKind *> possible;
    for (const FilesystemKind &kind : kinds) {
        const Answer answer = kind.probe(*content).answer;
        if (answer == Answer::yes) return kind.open(std::move(content), stop);
        if (answer == Answer::perhaps) possible.push_back(&kind);
    }
    for (const FilesystemKind *kind : possible) {
        auto opened = kind->open(content, stop);
        if (opened || opened.error().code != ErrorCode::no_filesystem) return opened;
    }
    return std::unexpected(what_else(*content));
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory);
}

} // namespace cloop
