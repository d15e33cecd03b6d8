// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/erofs_records.h"

#include "base/byte_order.h"
#include "base/precondition.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace cloop::erofs {

namespace {

constexpr std::uint32_t magic = 0xE0F5E1E2;
constexpr std::uint32_t times_are_of_modification = 2;  ///< a compatible feature: MTIME

struct TypeOfMode {
    std::uint32_t mode;
    std::uint8_t type;
};
constexpr TypeOfMode types[] = {{0100000, 1}, {0040000, 2}, {0020000, 3}, {0060000, 4}, {0010000, 5}, {0140000, 6}, {0120000, 7}};

struct Prefix {
    std::string_view text;
    std::uint8_t number;
    bool is_whole_name = false;
};
constexpr Prefix prefixes[] = {{"user.", 1},   {"system.posix_acl_access", 2, true}, {"system.posix_acl_default", 3, true},
                               {"trusted.", 4}, {"security.", 6}};

std::string text_in(std::span<const std::byte> bytes) {
    const auto *begin = reinterpret_cast<const char *>(bytes.data());
    return {begin, ::strnlen(begin, bytes.size())};
}

} // namespace

void store(const Superblock &superblock, std::span<std::byte, superblock_size> out) {
    std::ranges::fill(out, std::byte{0});
    store_le(&out[0], magic);
    store_le(&out[8], times_are_of_modification);
    store_le(&out[12], superblock.block_bits);
    store_le(&out[13], superblock.extra_slots);
    store_le(&out[14], superblock.root);
    store_le(&out[16], superblock.inodes);
    store_le(&out[24], superblock.time);
    store_le(&out[32], superblock.time_nanoseconds);
    store_le(&out[36], superblock.blocks);
    store_le(&out[40], superblock.metadata_block);
    std::ranges::copy(superblock.uuid, out.begin() + 48);
    CLOOP_PRE(superblock.label.size() <= longest_label);
    std::memcpy(&out[64], superblock.label.data(), superblock.label.size());
    store_le(&out[80], superblock.incompatible);
}

std::optional<Superblock> load_superblock(std::span<const std::byte, superblock_size> bytes) {
    if (load_le<std::uint32_t>(&bytes[0]) != magic) return std::nullopt;
    Superblock superblock{.block_bits = static_cast<std::uint8_t>(bytes[12]),
                          .extra_slots = static_cast<std::uint8_t>(bytes[13]),
                          .root = load_le<std::uint16_t>(&bytes[14]),
                          .inodes = load_le<std::uint64_t>(&bytes[16]),
                          .time = load_le<std::uint64_t>(&bytes[24]),
                          .time_nanoseconds = load_le<std::uint32_t>(&bytes[32]),
                          .blocks = load_le<std::uint32_t>(&bytes[36]),
                          .metadata_block = load_le<std::uint32_t>(&bytes[40]),
                          .label = text_in(bytes.subspan(64, 16)),
                          .incompatible = load_le<std::uint32_t>(&bytes[80]),
                          .more_devices = load_le<std::uint16_t>(&bytes[86])};
    std::ranges::copy(bytes.subspan(48, 16), superblock.uuid.begin());
    if (superblock.block_bits < 9 || superblock.block_bits > 16) return std::nullopt;
    return superblock;
}

void store(const Inode &inode, std::span<std::byte, inode_size> out) {
    CLOOP_PRE(!inode.is_compact);
    std::ranges::fill(out, std::byte{0});
    store_le(&out[0], static_cast<std::uint16_t>(1 | std::to_underlying(inode.layout) << 1));
    store_le(&out[2], inode.attribute_units);
    store_le(&out[4], inode.mode);
    store_le(&out[8], inode.size);
    store_le(&out[16], inode.place);
    store_le(&out[20], inode.serial);
    store_le(&out[24], inode.uid);
    store_le(&out[28], inode.gid);
    store_le(&out[32], static_cast<std::uint64_t>(inode.time));
    store_le(&out[40], inode.nanoseconds);
    store_le(&out[44], inode.links);
}

std::optional<Inode> load_inode(std::span<const std::byte, inode_size> bytes, const Superblock &superblock) {
    const auto format = load_le<std::uint16_t>(&bytes[0]);
    if (format > 0xF || (format >> 1) > std::to_underlying(Layout::chunks)) return std::nullopt;
    Inode inode{.layout = static_cast<Layout>(format >> 1),
                .is_compact = (format & 1) == 0,
                .mode = load_le<std::uint16_t>(&bytes[4]),
                .attribute_units = load_le<std::uint16_t>(&bytes[2]),
                .place = load_le<std::uint32_t>(&bytes[16]),
                .serial = load_le<std::uint32_t>(&bytes[20])};
    if (inode.is_compact) {
        inode.size = load_le<std::uint32_t>(&bytes[8]);
        inode.uid = load_le<std::uint16_t>(&bytes[24]);
        inode.gid = load_le<std::uint16_t>(&bytes[26]);
        inode.time = static_cast<std::int64_t>(superblock.time);
        inode.nanoseconds = superblock.time_nanoseconds;
        inode.links = load_le<std::uint16_t>(&bytes[6]);
    } else {
        inode.size = load_le<std::uint64_t>(&bytes[8]);
        inode.uid = load_le<std::uint32_t>(&bytes[24]);
        inode.gid = load_le<std::uint32_t>(&bytes[28]);
        inode.time = static_cast<std::int64_t>(load_le<std::uint64_t>(&bytes[32]));
        inode.nanoseconds = load_le<std::uint32_t>(&bytes[40]);
        inode.links = load_le<std::uint32_t>(&bytes[44]);
    }
    return inode;
}

Entries load_entries(std::span<const std::byte> block) {
    Entries found;
    // The names follow the last entry, so the first name's place counts the entries.
    const std::size_t names = block.size() < entry_size ? 0 : load_le<std::uint16_t>(&block[8]);
    if (names < entry_size || names % entry_size != 0 || names > block.size()) return {.is_whole = block.empty()};
    for (std::size_t at = 0; at < names; at += entry_size) {
        const std::size_t begin = load_le<std::uint16_t>(&block[at + 8]);
        const bool is_last = at + entry_size == names;
        std::size_t end = is_last ? block.size() : load_le<std::uint16_t>(&block[at + entry_size + 8]);
        if (begin < names || end < begin || end > block.size()) return {std::move(found.entries), false};
        const auto *text = reinterpret_cast<const char *>(block.data()) + begin;
        if (is_last) end = begin + ::strnlen(text, end - begin);
        if (end == begin || end - begin > longest_name) return {std::move(found.entries), false};
        found.entries.push_back({{text, end - begin}, load_le<std::uint64_t>(&block[at]), static_cast<std::uint8_t>(block[at + 10])});
    }
    return found;
}

void store_entries(std::span<const Entry> entries, std::span<std::byte> block) {
    std::ranges::fill(block, std::byte{0});
    std::size_t name_at = entries.size() * entry_size;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto &[name, inode, type] = entries[i];
        CLOOP_PRE(name_at + name.size() <= block.size());
        store_le(&block[i * entry_size], inode);
        store_le(&block[i * entry_size + 8], static_cast<std::uint16_t>(name_at));
        store_le(&block[i * entry_size + 10], type);
        std::memcpy(block.data() + name_at, name.data(), name.size());
        name_at += name.size();
    }
}

std::uint8_t entry_type(std::uint32_t mode) {
    const auto *found = std::ranges::find(types, mode & 0170000, &TypeOfMode::mode);
    return found == std::end(types) ? std::uint8_t{0} : found->type;
}

std::uint32_t mode_of_type(std::uint8_t type) {
    const auto *found = std::ranges::find(types, type, &TypeOfMode::type);
    return found == std::end(types) ? 0 : found->mode;
}

std::optional<std::vector<std::byte>> pack_attribute(std::string_view name, std::string_view value) {
    for (const auto &[text, number, is_whole_name] : prefixes) {
        if (is_whole_name ? name != text : !name.starts_with(text)) continue;
        name.remove_prefix(text.size());
        if (name.size() > UINT8_MAX || value.size() > UINT16_MAX) return std::nullopt;
        std::vector<std::byte> packed((4 + name.size() + value.size() + 3) / 4 * 4);
        store_le(&packed[0], static_cast<std::uint8_t>(name.size()));
        store_le(&packed[1], number);
        store_le(&packed[2], static_cast<std::uint16_t>(value.size()));
        std::memcpy(packed.data() + 4, name.data(), name.size());
        std::memcpy(packed.data() + 4 + name.size(), value.data(), value.size());
        return packed;
    }
    return std::nullopt;
}

std::uint32_t encode_device(std::uint32_t major, std::uint32_t minor) { return (minor & 0xFF) | major << 8 | (minor & ~std::uint32_t{0xFF}) << 12; }
std::uint32_t device_major(std::uint32_t encoded) { return encoded >> 8 & 0xFFF; }
std::uint32_t device_minor(std::uint32_t encoded) { return (encoded & 0xFF) | (encoded >> 12 & 0xFFF00); }

} // namespace cloop::erofs
