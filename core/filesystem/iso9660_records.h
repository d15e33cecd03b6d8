// SPDX-License-Identifier: GPL-3.0-or-later
// The records of ISO 9660, Rock Ridge and Joliet. Parsing without I/O. Numbers are returned as stored, plausible or not.

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
    std::uint32_t block_copy = 0;     ///< big endian copies of both; some writers omit them
    std::uint32_t size_copy = 0;
    bool is_directory = false;
    bool is_hidden = false;
    bool is_associated = false;       ///< a resource fork, which belongs to the next file of the same name
    bool has_more_extents = false;    ///< the next record of this name continues the file
    std::uint8_t attribute_blocks = 0;   ///< extended attributes before the data
    std::int64_t mtime = 0;
    std::span<const std::byte> name;        ///< as stored: one byte 0 for ".", 1 for ".."
    std::span<const std::byte> system_use;  ///< holds Rock Ridge
    std::size_t length = 0;           ///< of the whole record

    bool copies_agree() const { return block == block_copy && size == size_copy; }
    bool is_self() const { return name.size() == 1 && name[0] == std::byte{0}; }
    bool is_parent() const { return name.size() == 1 && name[0] == std::byte{1}; }
};

/// The record at the beginning of `bytes`. None if it is not plausible: too short, or its name does not fit.
std::optional<DirectoryRecord> parse_directory_record(std::span<const std::byte> bytes);

/// A stored ISO 9660 name, without ";1" and a final dot.
std::string iso_name(std::span<const std::byte> stored);

/// A stored Joliet name (UTF-16, big endian) as UTF-8.
std::string joliet_name(std::span<const std::byte> stored);

/// The contents of a record's system use area, including continuation areas.
struct RockRidge {
    bool is_present = false;
    bool copies_agree = true;           ///< both copies of each number are equal
    bool is_well_formed = true;         ///< it consists of entries only, at least one
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
    std::optional<std::uint32_t> child_block;   ///< CL: the extent of the directory, which was relocated
    bool is_relocated = false;                  ///< RE: the relocated directory itself, shown in its original place
    std::optional<std::uint8_t> skip;           ///< SP: bytes to skip in every system use area
    std::optional<Zisofs> zisofs;               ///< ZF
    std::uint64_t inflated_size = 0;            ///< ZF
    struct Continuation {
        std::uint32_t block, offset, size;
    };
    std::optional<Continuation> next;           ///< CE
};

/// The entries of the root's own record: XA may put 14 bytes before them.
std::span<const std::byte> behind_xa(std::span<const std::byte> area);

/// The area after the `skip` bytes of SP; the whole area if no entry begins there, because then SP is damaged.
std::span<const std::byte> behind_skip(std::span<const std::byte> area, std::size_t skip);

/// Adds the entries of one area. Replaces `next`: none if this area has no CE.
void parse_system_use(std::span<const std::byte> area, RockRidge &into);

struct VolumeDescriptor {
    enum class Type { primary, joliet, other, terminator } type = Type::other;
    std::string label;
    std::uint32_t block_size = iso_sector;  ///< bytes of a logical block, the unit of all block numbers
    std::uint32_t blocks = 0;
    std::uint32_t path_table_size = 0;
    std::uint32_t path_table_size_copy = 0;  ///< big endian
    std::uint32_t path_table_little = 0;  ///< block; 0: none
    std::uint32_t path_table_big = 0;
    DirectoryRecord root;
};

/// None if the sector holds no descriptor ("CD001").
std::optional<VolumeDescriptor> parse_volume_descriptor(std::span<const std::byte> sector);

struct PathTableEntry {
    std::uint32_t block = 0;
    std::uint16_t parent = 0;  ///< number of the parent's entry, from 1
    std::span<const std::byte> name;
};

/// The entries up to the first implausible one.
std::vector<PathTableEntry> parse_path_table(std::span<const std::byte> bytes, bool is_big_endian);

} // namespace cloop
