// SPDX-License-Identifier: GPL-3.0-or-later
// The records of ISO 9660, Rock Ridge and Joliet. Pure parsing: no I/O. Numbers come out as they are stored, believable or not.

#pragma once

#include "filesystem/filesystem.h"
#include "filesystem/zisofs.h"

#include <span>

namespace cloop {

inline constexpr std::uint64_t iso_sector = 2048;

/// A directory record, ECMA-119 9.1.
struct DirectoryRecord {
    std::uint32_t block = 0;          ///< logical block where the extent begins
    std::uint32_t size = 0;           ///< bytes
    std::uint32_t block_copy = 0;     ///< the big endian copies of both; not every writer makes them
    std::uint32_t size_copy = 0;
    bool is_directory = false;
    bool is_hidden = false;
    bool is_associated = false;       ///< belongs to the file of the same name behind it: a resource fork
    bool has_more_extents = false;    ///< the next record of this name goes on
    std::uint8_t attribute_blocks = 0;   ///< extended attributes before the data
    std::int64_t mtime = 0;
    std::span<const std::byte> name;        ///< as stored: one byte 0 for ".", 1 for ".."
    std::span<const std::byte> system_use;  ///< where Rock Ridge lives
    std::size_t length = 0;           ///< of the whole record

    bool copies_agree() const { return block == block_copy && size == size_copy; }
    bool is_self() const { return name.size() == 1 && name[0] == std::byte{0}; }
    bool is_parent() const { return name.size() == 1 && name[0] == std::byte{1}; }
};

/// The record that `bytes` begin with. None where there is no believable one: too short, a name that does not fit.
std::optional<DirectoryRecord> parse_directory_record(std::span<const std::byte> bytes);

/// A name as ISO 9660 stores it: without ";1" and a dot at the end.
std::string iso_name(std::span<const std::byte> stored);

/// A name in Joliet: UTF-16, big endian, to UTF-8.
std::string joliet_name(std::span<const std::byte> stored);

/// What the system use area of one record tells, continuation areas included.
struct RockRidge {
    bool is_present = false;
    bool copies_agree = true;           ///< both copies of each number are equal
    bool is_well_formed = true;         ///< there are entries, and nothing else
    std::optional<std::string> name;
    std::optional<std::uint32_t> mode;  ///< with the type bits
    std::uint32_t links = 1, uid = 0, gid = 0;
    std::uint64_t inode = 0;
    std::optional<std::int64_t> mtime;
    std::string link_target;
    bool link_wants_slash = false;       ///< before the next component
    bool has_link = false;
    bool has_device = false;
    std::uint32_t device_high = 0, device_low = 0;
    std::optional<std::uint32_t> child_block;   ///< the directory was moved: its extent
    bool is_relocated = false;                  ///< it is the moved directory itself, shown elsewhere
    std::optional<std::uint8_t> skip;           ///< SP: bytes to skip in every system use area
    std::optional<Zisofs> zisofs;               ///< ZF
    std::uint64_t inflated_size = 0;            ///< ZF
    struct Continuation {
        std::uint32_t block, offset, size;
    };
    std::optional<Continuation> next;           ///< CE
};

/// Where the entries of the root's own record begin: XA puts 14 bytes before them.
std::span<const std::byte> behind_xa(std::span<const std::byte> area);

/// What is left of an area where `skip` bytes come before the entries: all of it where no entry begins there, since then SP is damaged.
std::span<const std::byte> behind_skip(std::span<const std::byte> area, std::size_t skip);

/// Adds the entries of one area. `next` is replaced: none where this area names no other.
void parse_system_use(std::span<const std::byte> area, RockRidge &into);

struct VolumeDescriptor {
    enum class Type { primary, joliet, other, terminator } type = Type::other;
    std::string label;
    std::uint32_t block_size = iso_sector;  ///< a logical block: the unit of every place on the disc
    std::uint32_t blocks = 0;
    std::uint32_t path_table_size = 0;
    std::uint32_t path_table_size_copy = 0;  ///< big endian
    std::uint32_t path_table_little = 0;  ///< block; 0: none
    std::uint32_t path_table_big = 0;
    DirectoryRecord root;
};

/// None where the sector holds no descriptor ("CD001").
std::optional<VolumeDescriptor> parse_volume_descriptor(std::span<const std::byte> sector);

struct PathTableEntry {
    std::uint32_t block = 0;
    std::uint16_t parent = 0;  ///< number of the parent's entry, from 1
    std::span<const std::byte> name;
};

/// As many entries as are believable.
std::vector<PathTableEntry> parse_path_table(std::span<const std::byte> bytes, bool is_big_endian);

} // namespace cloop
