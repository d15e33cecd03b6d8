// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesystem/partitions.h"

#include "base/byte_order.h"
#include "base/tolerant_read.h"

#include <algorithm>
#include <string_view>

namespace cloop {

namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t sector = 512;

bool has(const std::vector<std::byte> &bytes, std::size_t at, std::string_view magic) {
    return std::string_view(reinterpret_cast<const char *>(bytes.data()) + at, magic.size()) == magic;
}

/// Adds sectors [first, end) of the content, if it has them.
void add(std::vector<Partition> &partitions, unsigned number, std::uint64_t first, std::uint64_t end, const ByteSource &content) {
    if (first > 0 && first < end && end <= content.size() / sector)
        partitions.push_back({.number = number, .extent = {first * sector, (end - first) * sector}});
}

std::vector<Partition> partitions_of_gpt(const ByteSource &content, const std::byte *header) {
    constexpr std::size_t least = 128, largest = 4096;  // of an entry
    constexpr unsigned most = 128;
    const auto place = load_le<std::uint64_t>(header + 72);
    const unsigned count = std::min(load_le<std::uint32_t>(header + 80), most);
    const std::size_t size = load_le<std::uint32_t>(header + 84);
    std::vector<Partition> partitions;
    if (place > content.size() / sector || size < least || size > largest) return partitions;
    const auto table = read_past_damage(content, place * sector, count * size).bytes;
    for (unsigned i = 0; i < count; ++i) {
        const std::byte *entry = table.data() + i * size;
        const bool is_used = std::any_of(entry, entry + 16, [](std::byte byte) { return byte != std::byte{0}; });
        const auto last = load_le<std::uint64_t>(entry + 40);
        if (is_used && last < content.size() / sector) add(partitions, i + 1, load_le<std::uint64_t>(entry + 32), last + 1, content);
    }
    return partitions;
}

} // namespace

std::vector<Partition> partitions_of(const ByteSource &content) {
    const auto bytes = read_past_damage(content, 0, 2 * sector).bytes;
    if (has(bytes, sector, "EFI PART")) return partitions_of_gpt(content, bytes.data() + sector);
    std::vector<Partition> partitions;
    if (!has(bytes, 510, "\x55\xAA"sv)) return partitions;
    for (unsigned i = 0; i < 4; ++i) {
        const std::byte *entry = bytes.data() + 446 + 16 * std::size_t{i};
        const auto kind = load_le<std::uint8_t>(entry + 4);
        const std::uint64_t first = load_le<std::uint32_t>(entry + 8), count = load_le<std::uint32_t>(entry + 12);
        const bool holds_others = kind == 0x05 || kind == 0x0F || kind == 0x85;
        if (kind != 0 && !holds_others) add(partitions, i + 1, first, first + count, content);
    }
    return partitions;
}

Result<std::size_t> PartSource::read_at(std::uint64_t offset, std::span<std::byte> out) const {
    if (offset >= part_.size) return 0;
    return source_->read_at(part_.offset + offset, out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), part_.size - offset))));
}

std::uint64_t PartSource::lost_until(std::uint64_t offset) const {
    return std::min(source_->lost_until(part_.offset + offset) - part_.offset, part_.size);
}

} // namespace cloop
