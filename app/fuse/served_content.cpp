// SPDX-License-Identifier: GPL-3.0-or-later
#include "served_content.h"

#include "file/split_set.h"
#include "filesystem/known_content.h"

namespace cloop::fuse {

ServedContent::ServedContent(SourcePtr content, std::string folder, std::string name, const struct stat &status)
    : content_(std::move(content)), folder_(std::move(folder)), name_(std::move(name)), of_image_(status),
      last_(folder_.empty() ? root + 1 : root + 2) {}

struct stat ServedContent::status(Node node) const {
    struct stat status {};
    status.st_ino = node;
    status.st_mode = node == last_ ? S_IFREG | 0444 : S_IFDIR | 0555;
    status.st_nlink = node == last_ ? 1 : 2;
    status.st_uid = of_image_.st_uid;
    status.st_gid = of_image_.st_gid;
    status.st_mtim = status.st_ctim = status.st_atim = of_image_.st_mtim;
    if (node == last_) status.st_size = static_cast<off_t>(content_->size());
    status.st_blocks = (status.st_size + 511) / 512;
    return status;
}

std::optional<ServedTree::Node> ServedContent::lookup(Node directory, std::string_view name) const {
    if (directory == last_ || name != name_of(directory + 1)) return std::nullopt;
    return directory + 1;
}

std::optional<ServedTree::Entry> ServedContent::entry(Node directory, std::size_t number) const {
    if (directory == last_ || number != 0) return std::nullopt;
    return Entry{name_of(directory + 1), directory + 1};
}

std::string content_name(const std::string &image, const ByteSource &content) {
    std::string name = name_without_part(image);
    name.erase(0, name.find_last_of("/:") + 1);
    if (const auto dot = name.rfind('.'); dot != name.npos && dot > 0) name.resize(dot);
    constexpr std::size_t most = 200;  // of 255, so that a suffix fits
    if (name.size() > most) name.resize(most);
    if (name.empty()) name = "content";
    return name + (known_content(content).kind == KnownContent::Kind::browsed ? ".iso" : ".img");
}

} // namespace cloop::fuse
