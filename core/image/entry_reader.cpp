// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/entry_reader.h"

#include "base/byte_order.h"
#include "base/tolerant_read.h"

namespace cloop {

std::optional<std::uint64_t> EntryReader::operator()(std::uint64_t entry) {
    constexpr std::uint64_t page = 4096;
    const std::size_t size = head_.entry_size();
    const std::uint64_t at = head_.index_offset + entry * size;
    const std::uint64_t index_end = head_.index_offset + head_.index_size();
    if (at < begin_ || at + size > begin_ + page_.size()) {
        begin_ = at;
        // Don't read past the index unless the entry is there, because a read error there says nothing about the index.
        page_ = read_what_can_be(file_, at, at + size < index_end ? std::min(page, index_end - at) : size);
        if (page_.size() < size) return std::nullopt;
    }
    const std::byte *bytes = page_.data() + (at - begin_);
    if (head_.version == Version::v0) return load_be<std::uint32_t>(bytes);
    return head_.index_is_little_endian ? load_le<std::uint64_t>(bytes) : load_be<std::uint64_t>(bytes);
}

std::vector<std::byte> read_what_can_be(const ByteSource &file, std::uint64_t offset, std::uint64_t size) {
    if (offset >= file.size()) return {};
    return read_past_damage(file, offset, static_cast<std::size_t>(std::min(size, file.size() - offset))).bytes;
}

} // namespace cloop
