// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesystem/iso9660_filesystem.h"

#include "filesystem/iso9660_reader.h"
#include "filesystem/iso9660_volumes.h"
#include "filesystem/zisofs_source.h"

namespace cloop {

FilesystemProbe Iso9660Filesystem::probe(const ByteSource &content) {
    using Answer = FilesystemProbe::Answer;
    const Iso9660Volumes volumes = first_volumes(content);
    if (!volumes.is_empty()) return {Answer::yes, (volumes.primary ? volumes.primary : volumes.joliet)->label};
    return {volumes.has_lost_descriptors ? Answer::perhaps : Answer::no};
}

Result<std::shared_ptr<const Filesystem>> Iso9660Filesystem::open(SourcePtr content, const std::stop_token &stop) {
    return Iso9660Reader(std::move(content), stop).read();
}

SourcePtr Iso9660Filesystem::open_file(NodeId node) const {
    const auto format = zisofs(node);
    return format ? std::make_shared<ZisofsSource>(shared_from_this(), node, *format) : Filesystem::open_file(node);
}

std::optional<Zisofs> Iso9660Filesystem::zisofs(NodeId node) const {
    const auto found = zisofs_.find(node);
    return found == zisofs_.end() ? std::nullopt : std::optional(found->second);
}

} // namespace cloop
