// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesystem/added_partition.h"

#include "base/byte_order.h"

#include <zlib.h>

#include <algorithm>
#include <cstring>

namespace cloop {

namespace {

using Bytes = std::vector<std::byte>;

constexpr std::uint64_t sector_size = 512, mebibyte = 1 << 20;
/// Less is of no use: a journal alone takes 4 MiB.
constexpr std::uint64_t least_size = 16 * mebibyte;

Result<Bytes> sectors_of(const ByteSource &disc, std::uint64_t first, std::uint64_t count) {
    Bytes bytes(static_cast<std::size_t>(count * sector_size));
    CLOOP_TRY(read_exactly(disc, first * sector_size, bytes));
    return bytes;
}

std::uint32_t crc_of(std::span<const std::byte> bytes) {
    return static_cast<std::uint32_t>(::crc32_z(0, reinterpret_cast<const Bytef *>(bytes.data()), bytes.size()));
}

/// Behind the disc and all its partitions, up to `end`. All in bytes. `size`: none: as much as there is.
Result<Extent> rest_of(std::uint64_t used, std::uint64_t end, std::optional<std::uint64_t> size, std::uint64_t largest) {
    // A hostile table ends partitions anywhere.
    const std::uint64_t begin = used < end ? (used + mebibyte - 1) / mebibyte * mebibyte : used;
    const std::uint64_t room = end > begin ? std::min((end - begin) / mebibyte * mebibyte, largest) : 0;
    const std::uint64_t wanted = size ? std::max((*size + mebibyte - 1) / mebibyte * mebibyte, least_size) : std::max(room, least_size);
    if (wanted > room) return fail(ErrorCode::disk_has_no_rest, {}, std::to_string(end > begin ? wanted - room : begin - end + wanted));
    return Extent{begin, wanted};
}

/// An entry of a boot record, at 446 + 16 × its number.
struct RecordEntry {
    explicit RecordEntry(std::byte *place) : at(place) {}

    unsigned kind() const { return load_le<std::uint8_t>(at + 4); }
    std::uint64_t first() const { return load_le<std::uint32_t>(at + 8); }
    std::uint64_t count() const { return load_le<std::uint32_t>(at + 12); }
    void set(unsigned kind, std::uint64_t first, std::uint64_t count) {
        // Cylinders, heads and sectors: none that old programs could follow.
        for (const int i : {1, 5}) std::memcpy(at + i, "\xFE\xFF\xFF", 3);
        store_le(at + 4, static_cast<std::uint8_t>(kind));
        store_le(at + 8, static_cast<std::uint32_t>(first));
        store_le(at + 12, static_cast<std::uint32_t>(count));
    }

    std::byte *at;
};

std::vector<RecordEntry> slots_of(Bytes &record) {
    std::vector<RecordEntry> entries;
    for (std::size_t at = 446; at < 510; at += 16) entries.emplace_back(record.data() + at);
    return entries;
}

constexpr std::uint64_t most_of_record = UINT32_MAX;

Result<AddedPartition> add_to_record(Bytes record, const ByteSource &disc, std::uint64_t disk_size, std::optional<std::uint64_t> size) {
    auto entries = slots_of(record);
    std::uint64_t used = disc.size();
    for (const RecordEntry &entry : entries) used = std::max(used, (entry.first() + entry.count()) * sector_size);
    const auto free = std::ranges::find_if(entries, [](const RecordEntry &entry) { return entry.kind() == 0 && entry.count() == 0; });
    if (free == entries.end() || used > most_of_record * sector_size) return fail(ErrorCode::table_has_no_room, disc.name());
    CLOOP_LET(extent, rest_of(used, disk_size, size, most_of_record * sector_size));
    constexpr unsigned linux_kind = 0x83;
    free->set(linux_kind, extent.offset / sector_size, extent.size / sector_size);
    AddedPartition added{.extent = extent, .table = {}};
    added.table.push_back({0, std::move(record)});
    return added;
}

/// The first copy of a GPT, as a disc has it.
class Gpt {
public:
    static Result<Gpt> read(const ByteSource &disc, Bytes header) {
        constexpr std::uint32_t most = 4096, least_header = 92;
        const auto count = load_le<std::uint32_t>(&header[80]), entry_size = load_le<std::uint32_t>(&header[84]);
        const auto place = load_le<std::uint64_t>(&header[72]), sectors = disc.size() / sector_size;
        const auto header_size = load_le<std::uint32_t>(&header[12]);
        const std::uint64_t of_entries = (std::uint64_t{count} * size_of_entry + sector_size - 1) / sector_size;
        const bool is_usual = count <= most && entry_size == size_of_entry && header_size >= least_header && header_size <= sector_size;
        // Behind the header, and within the disc.
        if (!is_usual || place < 2 || place > sectors || of_entries > sectors - place) return fail(ErrorCode::table_has_no_room, disc.name());
        CLOOP_LET(entries, sectors_of(disc, place, of_entries));
        return Gpt(std::move(header), std::move(entries), count);
    }

    std::uint64_t place_of_entries() const { return load_le<std::uint64_t>(&header_[72]); }
    std::uint64_t sectors_of_entries() const { return entries_.size() / sector_size; }

    /// Number of the first unused entry.
    std::optional<unsigned> find_free() const {
        for (unsigned i = 0; i < count_; ++i) {
            const auto entry = std::span(entries_).subspan(i * size_of_entry, size_of_entry);
            if (std::ranges::all_of(entry, [](std::byte byte) { return byte == std::byte{0}; })) return i;
        }
        return std::nullopt;
    }

    /// In bytes.
    std::uint64_t end_of_partitions() const {
        std::uint64_t end = 0;
        for (unsigned i = 0; i < count_; ++i) end = std::max(end, load_le<std::uint64_t>(&entries_[i * size_of_entry + 40]) + 1);
        return std::min(end, UINT64_MAX / sector_size) * sector_size;
    }

    void set(unsigned number, Extent extent, std::string_view name) {
        static constexpr unsigned char linux_data[16]{0xAF, 0x3D, 0xC6, 0x0F, 0x83, 0x84, 0x72, 0x47, 0x8E, 0x79, 0x3D, 0x69, 0xD8, 0x47, 0x7D, 0xE4};
        std::byte *entry = &entries_[number * size_of_entry];
        std::memcpy(entry, linux_data, sizeof linux_data);
        // Its own id is the disk's with its number in it, as libisofs makes those of the others.
        std::memcpy(entry + 16, &header_[56], 16);
        entry[16 + 9] = static_cast<std::byte>(std::to_integer<unsigned>(entry[16 + 9]) + number + 1);
        store_le(entry + 32, extent.offset / sector_size);
        store_le(entry + 40, extent.end() / sector_size - 1);
        for (std::size_t i = 0; i < std::min<std::size_t>(name.size(), 36); ++i)
            store_le(entry + 56 + 2 * i, static_cast<std::uint16_t>(static_cast<unsigned char>(name[i])));
    }

    /// For a disk of so many sectors; the second copy ends it.
    Bytes header(std::uint64_t disk, bool is_second) const {
        Bytes header = header_;
        const std::uint64_t last = disk - 1, second_entries = last - sectors_of_entries();
        store_le<std::uint64_t>(&header[24], is_second ? last : 1);
        store_le<std::uint64_t>(&header[32], is_second ? 1 : last);
        store_le<std::uint64_t>(&header[48], second_entries - 1);
        store_le<std::uint64_t>(&header[72], is_second ? second_entries : place_of_entries());
        store_le(&header[88], crc_of(std::span(entries_).first(count_ * size_of_entry)));
        store_le<std::uint32_t>(&header[16], 0);
        store_le(&header[16], crc_of(std::span(header).first(load_le<std::uint32_t>(&header[12]))));
        return header;
    }

    const Bytes &entries() const { return entries_; }

private:
    static constexpr std::size_t size_of_entry = 128;

    Gpt(Bytes header, Bytes entries, unsigned count) : header_(std::move(header)), entries_(std::move(entries)), count_(count) {}

    Bytes header_, entries_;
    unsigned count_;
};

Result<AddedPartition> add_to_gpt(Bytes record, Bytes header, const ByteSource &disc, std::uint64_t disk_size, std::optional<std::uint64_t> size,
                                  std::string_view name) {
    CLOOP_LET(gpt, Gpt::read(disc, std::move(header)));
    const auto free = gpt.find_free();
    if (!free) return fail(ErrorCode::table_has_no_room, disc.name());
    const std::uint64_t disk = disk_size / sector_size, second_copy = gpt.sectors_of_entries() + 1;
    CLOOP_LET(extent, rest_of(std::max(disc.size(), gpt.end_of_partitions()), (disk - std::min(disk, second_copy)) * sector_size, size, UINT64_MAX));
    gpt.set(*free, extent, name);
    // The entry of the boot record that keeps others off.
    for (RecordEntry entry : slots_of(record))
        if (constexpr unsigned protective = 0xEE; entry.kind() == protective)
            entry.set(protective, entry.first(), std::min(disk - entry.first(), most_of_record));
    AddedPartition added{.extent = extent, .table = {}};
    added.table.push_back({0, std::move(record)});
    added.table.push_back({sector_size, gpt.header(disk, false)});
    added.table.push_back({gpt.place_of_entries() * sector_size, gpt.entries()});
    Bytes second = gpt.entries();
    const Bytes second_header = gpt.header(disk, true);
    second.insert(second.end(), second_header.begin(), second_header.end());
    added.table.push_back({(disk - second_copy) * sector_size, std::move(second)});
    return added;
}

} // namespace

Result<AddedPartition> add_partition(const ByteSource &disc, std::uint64_t disk_size, std::optional<std::uint64_t> size, std::string_view name) {
    constexpr std::uint64_t least_disc = 2 * sector_size;
    if (disc.size() < least_disc) return fail(ErrorCode::table_has_no_room, disc.name());
    CLOOP_LET(record, sectors_of(disc, 0, 1));
    if (std::memcmp(&record[510], "\x55\xAA", 2) != 0) return fail(ErrorCode::table_has_no_room, disc.name());
    CLOOP_LET(header, sectors_of(disc, 1, 1));
    const bool is_gpt = std::memcmp(header.data(), "EFI PART", 8) == 0;
    return is_gpt ? add_to_gpt(std::move(record), std::move(header), disc, disk_size, size, name)
                  : add_to_record(std::move(record), disc, disk_size, size);
}

} // namespace cloop
