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

/// An entry of a boot record. Sectors; from where the first one counts depends on the record.
struct Entry {
    unsigned kind = 0;
    std::uint64_t first = 0, count = 0;

    bool is_extended() const { return kind == 0x05 || kind == 0x0F || kind == 0x85; }
};

/// None, if the sector is no boot record.
std::vector<Entry> entries_of(const std::vector<std::byte> &bytes) {
    std::vector<Entry> entries;
    if (!has(bytes, 510, "\x55\xAA"sv)) return entries;
    for (std::size_t at = 446; at < 510; at += 16)
        entries.push_back({.kind = load_le<std::uint8_t>(bytes.data() + at + 4),
                           .first = load_le<std::uint32_t>(bytes.data() + at + 8),
                           .count = load_le<std::uint32_t>(bytes.data() + at + 12)});
    return entries;
}

/// Adds those in extended partitions, which are chains of boot records: each tells of a partition, and where the next record is. Numbers them as
/// Linux does, which also counts those that the content does not hold.
void add_logical(std::vector<Partition> &partitions, const std::vector<Entry> &primary, const ByteSource &content) {
    constexpr unsigned end_number = 256;  // Linux's
    constexpr std::size_t most_records = 256;
    unsigned number = 5;
    std::vector<std::uint64_t> visited;
    for (const Entry &extended : primary) {
        if (!extended.is_extended()) continue;
        Entry record = extended;
        while (record.count > 0 && record.first < content.size() / sector && visited.size() < most_records &&
               std::ranges::find(visited, record.first) == visited.end()) {
            visited.push_back(record.first);
            const auto entries = entries_of(read_past_damage(content, record.first * sector, sector).bytes);
            Entry next;
            for (std::size_t i = 0; i < entries.size(); ++i) {
                const Entry &entry = entries[i];
                if (entry.is_extended()) {
                    if (next.count == 0) next = entry;
                    continue;
                }
                const std::uint64_t first = record.first + entry.first, end = first + entry.count;
                // The last two are usually unused, and may hold anything.
                const bool is_noise = i >= 2 && (entry.first + entry.count > record.count || end > extended.first + extended.count);
                if (entry.count == 0 || is_noise) continue;
                if (number == end_number) return;
                add(partitions, number++, first, end, content);
            }
            record = {.kind = next.kind, .first = extended.first + next.first, .count = next.count};
        }
    }
}

} // namespace

std::vector<Partition> partitions_of(const ByteSource &content) {
    const auto bytes = read_past_damage(content, 0, 2 * sector).bytes;
    if (has(bytes, sector, "EFI PART")) return partitions_of_gpt(content, bytes.data() + sector);
    const auto entries = entries_of(bytes);
    std::vector<Partition> partitions;
    for (unsigned i = 0; i < entries.size(); ++i) {
        const Entry &entry = entries[i];
        if (entry.kind != 0 && !entry.is_extended()) add(partitions, i + 1, entry.first, entry.first + entry.count, content);
    }
    add_logical(partitions, entries, content);
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
