// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/erofs_node.h"

#include <algorithm>
#include <cstring>

namespace cloop {

void ErofsFolder::settle(ErofsNode &own) {
    names_.push_back({".", &own});
    names_.push_back({"..", parent_ ? parent_ : &own});
    std::ranges::sort(names_, {}, &Name::text);
    last_size_ = erofs_block;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const std::uint64_t size = erofs::entry_size + names_[i].text.size();
        if (last_size_ + size > erofs_block) {
            begins_.push_back(i);
            last_size_ = 0;
        }
        last_size_ += size;
    }
    own.inode.size = (begins_.size() - 1) * erofs_block + last_size_;
}

void ErofsFolder::store_block(std::size_t index, std::span<std::byte> out) const {
    const std::size_t end = index + 1 < begins_.size() ? begins_[index + 1] : names_.size();
    std::vector<erofs::Entry> entries;
    for (std::size_t i = begins_[index]; i < end; ++i)
        entries.push_back({names_[i].text, names_[i].node->number(), erofs::entry_type(names_[i].node->inode.mode)});
    erofs::store_entries(entries, out);
}

void ErofsNode::write(std::vector<std::byte> &out) const {
    const std::size_t begin = out.size(), own = erofs::inode_size + attributes.size(), behind = is_inline ? static_cast<std::size_t>(tail()) : 0;
    out.resize(begin + own + behind);
    const std::span<std::byte> bytes = std::span(out).subspan(begin);
    erofs::store(inode, bytes.first<erofs::inode_size>());
    std::ranges::copy(attributes, bytes.begin() + erofs::inode_size);
    if (!is_inline) return;
    if (folder) folder->store_block(folder->blocks() - 1, bytes.subspan(own));
    else std::memcpy(&bytes[own], target.data(), target.size());
}

void ErofsNode::write_apart(std::size_t index, std::span<std::byte> out) const {
    std::ranges::fill(out, std::byte{0});
    if (folder) folder->store_block(index, out);
    else std::memcpy(out.data(), target.data(), target.size());
}

} // namespace cloop
