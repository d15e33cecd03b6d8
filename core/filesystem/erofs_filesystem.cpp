// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesystem/erofs_filesystem.h"

#include "filesystem/erofs_reader.h"
#include "filesystem/erofs_source.h"

namespace cloop {

FilesystemProbe ErofsFilesystem::probe(const ByteSource &content) {
    using Answer = FilesystemProbe::Answer;
    bool is_lost = false;
    const auto superblock = ErofsReader::superblock_of(content, is_lost);
    if (superblock) return {Answer::yes, superblock->label};
    return {is_lost ? Answer::perhaps : Answer::no};
}

Result<std::shared_ptr<const Filesystem>> ErofsFilesystem::open(SourcePtr content, const std::stop_token &stop) {
    return ErofsReader(std::move(content), stop).read();
}

SourcePtr ErofsFilesystem::open_file(NodeId node) const {
    const auto file = files_.find(node);
    return file == files_.end() ? Filesystem::open_file(node) : std::make_shared<ErofsSource>(shared_from_this(), node, file->second);
}

} // namespace cloop
