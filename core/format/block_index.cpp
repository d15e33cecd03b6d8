// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/block_index.h"

#include "base/byte_order.h"

#include <algorithm>

namespace cloop {

BlockIndex BlockIndex::parse(std::span<const std::byte> bytes, const Head &head, std::uint64_t file_size) {
    BlockIndex index;
    index.block_count_ = head.block_count;
    index.file_size_ = file_size;
    index.largest_ = max_stored_size(head.block_size);
    index.has_empty_blocks_ = head.is_by_mkuzip;
    if (head.place == HeadPlace::first) {
        index.data_begin_ = head.index_offset + head.index_size();
        index.data_limit_ = offset_mask;
    } else {
        index.data_limit_ = head.index_offset;
    }

    const std::size_t count = std::min(bytes.size() / head.entry_size(), std::size_t{head.block_count} + 1);
    index.entries_.resize(count);
    const std::byte *at = bytes.data();
    for (std::size_t i = 0; i < count; ++i) {
        // Before version 4 the whole entry is the offset: one above 60 bits becomes another offset past the end of any file.
        if (head.version == Version::v4) index.entries_[i] = load_be<std::uint64_t>(at + 8 * i);
        else if (head.version == Version::v0) index.entries_[i] = load_be<std::uint32_t>(at + 4 * i);
        else {
            const auto entry = head.index_is_little_endian ? load_le<std::uint64_t>(at + 8 * i) : load_be<std::uint64_t>(at + 8 * i);
            index.entries_[i] = entry <= offset_mask ? entry : (entry & offset_mask) | std::uint64_t{1} << 59;
        }
    }
    // mkuzip omits the last entry if the data fill the last sector.
    if (head.is_by_mkuzip && count > head.block_count && index.entries_.back() == 0) index.entries_.back() = std::min(file_size, offset_mask);

    return index;
}

bool BlockIndex::is_all_damaged() const noexcept {
    if (known_size() < size() || size() == 0) return false;
    for (std::size_t block = 0; block < size(); ++block)
        if (defect(block) != Defect::entry_damaged) return false;
    return true;
}

// Offsets only grow, so a damaged entry shows as a decrease or as a jump larger than a block, and affects the blocks before and after it. Which of
// two contradicting entries is right can't be known here; a damaged entry that looks possible is detected by the block's own check.
Defect BlockIndex::defect(std::size_t block) const noexcept {
    if (block + 1 >= entries_.size()) return Defect::missing;
    const std::uint64_t begin = entries_[block] & offset_mask;
    const std::uint64_t end = entries_[block + 1] & offset_mask;
    if (begin > end || (begin == end && !has_empty_blocks_) || end - begin > largest_ || begin < data_begin_ || end > data_limit_)
        return Defect::entry_damaged;
    return end > file_size_ ? Defect::missing : Defect::none;
}

BlockRef BlockIndex::operator[](std::size_t block) const noexcept {
    const std::uint64_t begin = entries_[block] & offset_mask;
    const std::uint64_t end = entries_[block + 1] & offset_mask;
    return {begin, static_cast<std::uint32_t>(end - begin), static_cast<std::uint8_t>(entries_[block] >> 60)};
}

std::uint64_t BlockIndex::data_end() const noexcept {
    for (std::size_t block = entries_.empty() ? 0 : entries_.size() - 1; block-- > 0;)
        if (defect(block) != Defect::entry_damaged) return entries_[block + 1] & offset_mask;
    return 0;
}

std::vector<std::byte> IndexBuilder::finish(std::uint64_t end) && {
    entries_.push_back(end);
    std::vector<std::byte> bytes(8 * entries_.size());
    for (std::size_t i = 0; i < entries_.size(); ++i) store_be(bytes.data() + 8 * i, entries_[i]);
    return bytes;
}

} // namespace cloop
