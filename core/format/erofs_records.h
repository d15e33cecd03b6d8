// SPDX-License-Identifier: GPL-3.0-or-later
// The records of an EROFS file system: bytes to values and back. Pure; no I/O.
//
// Source: Documentation/filesystems/erofs.rst and fs/erofs/erofs_fs.h of Linux 6.1 to 6.12. All numbers are little endian.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cloop::erofs {

constexpr std::uint8_t usual_block_bits = 12;  ///< which every kernel reads
constexpr std::uint64_t superblock_offset = 1024;
constexpr std::size_t superblock_size = 128;
constexpr std::uint64_t slot = 32;             ///< inodes are numbered by it, from the first metadata block
constexpr std::size_t longest_label = 16;
constexpr std::size_t longest_name = 255;
constexpr std::size_t longest_target = 4095;   ///< of a symbolic link, as Linux reads it

struct Superblock {
    std::uint8_t block_bits = usual_block_bits;  ///< log2 of the block size
    std::uint8_t extra_slots = 0;      ///< 16 bytes each, behind the superblock
    std::uint16_t root = 0;            ///< number of the root's inode
    std::uint64_t inodes = 0;
    std::uint64_t time = 0;            ///< of compact inodes, which have none
    std::uint32_t time_nanoseconds = 0;
    std::uint32_t blocks = 0;
    std::uint32_t metadata_block = 0;  ///< where inode 0 would be
    std::array<std::byte, 16> uuid{};
    std::string label{};               ///< up to 16 bytes
    std::uint32_t incompatible = 0;    ///< features without which it can't be read
    std::uint16_t more_devices = 0;    ///< that hold a part of the contents

    std::uint64_t block_size() const { return std::uint64_t{1} << block_bits; }
    std::uint64_t inode_offset(std::uint64_t number) const { return metadata_block * block_size() + number * slot; }
};

/// Features known here: chunks, and what concerns only compressed files or extended attributes. Others may change what an inode means.
constexpr std::uint32_t known_incompatible = 0x7F;

void store(const Superblock &superblock, std::span<std::byte, superblock_size> out);
/// None if it is not one: another magic number, or a block size below 512 or above 64 KiB.
std::optional<Superblock> load_superblock(std::span<const std::byte, superblock_size> bytes);

enum class Layout : std::uint8_t { plain = 0, compressed = 1, inline_tail = 2, compressed_compact = 3, chunks = 4 };

/// Bytes of the extended attributes behind an inode: zeros, then the attributes.
constexpr std::size_t attributes_head_size = 12;                         ///< bytes of zeros before the first attribute
constexpr std::size_t most_attributes = attributes_head_size + 4 * 65534;  ///< bytes of all attributes of an inode, with the head
constexpr std::uint16_t attribute_units(std::size_t size) {
    return static_cast<std::uint16_t>(size == 0 ? 0 : 1 + (size - attributes_head_size) / 4);
}

/// An inode, without the extended attributes behind it.
struct Inode {
    Layout layout = Layout::plain;
    bool is_compact = false;            ///< 32 bytes instead of 64
    std::uint16_t mode = 0;             ///< type and permissions
    std::uint16_t attribute_units = 0;  ///< see attribute_units()
    std::uint64_t size = 0;
    std::uint32_t place = 0;            ///< first data block, device number, or format of the chunks
    std::uint32_t serial = 0;
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    std::int64_t time = 0;
    std::uint32_t nanoseconds = 0;
    std::uint32_t links = 1;

    std::uint64_t own_size() const { return is_compact ? 32 : 64; }
    /// Bytes of the extended attributes, which follow the inode.
    std::uint64_t attributes_size() const { return attribute_units == 0 ? 0 : attributes_head_size + 4 * (std::uint64_t{attribute_units} - 1); }
};

constexpr std::size_t inode_size = 64;

void store(const Inode &inode, std::span<std::byte, inode_size> out);
/// None if it is of no known layout. `superblock`: for the time of a compact one.
std::optional<Inode> load_inode(std::span<const std::byte, inode_size> bytes, const Superblock &superblock);

/// Of an inode with Layout::chunks: bits of Inode::place.
constexpr std::uint32_t chunk_bits_mask = 0x1F;  ///< log2 of blocks in a chunk
constexpr std::uint32_t chunk_has_index = 0x20;  ///< 8 bytes a chunk instead of 4
constexpr std::uint32_t no_block = UINT32_MAX;   ///< address of a hole

struct Entry {
    std::string_view name;
    std::uint64_t inode = 0;
    std::uint8_t type = 0;  ///< of the file: see entry_type()
};

constexpr std::size_t entry_size = 12;  ///< bytes of an entry, without its name

/// The entries of a directory's block, in order, up to the first that is invalid: `is_whole` is then false. The names refer to `block`.
struct Entries {
    std::vector<Entry> entries;
    bool is_whole = true;
};
Entries load_entries(std::span<const std::byte> block);

/// Stores entries, whose names must be sorted as bytes, in a block. Pre: they fit: entry_size and the name of each.
void store_entries(std::span<const Entry> entries, std::span<std::byte> block);

/// The type in an entry, of a mode as in stat().
std::uint8_t entry_type(std::uint32_t mode);
/// The type bits of a mode, of an entry; 0: unknown.
std::uint32_t mode_of_type(std::uint8_t type);

/// An extended attribute as it lies behind an inode, padded to 4 bytes; `name` and `value` as setxattr() takes them. None if EROFS has no number for
/// the name's prefix, or name or value is too long.
std::optional<std::vector<std::byte>> pack_attribute(std::string_view name, std::string_view value);

/// A device number in an inode: Linux's new_encode_dev().
std::uint32_t encode_device(std::uint32_t major, std::uint32_t minor);
std::uint32_t device_major(std::uint32_t encoded);
std::uint32_t device_minor(std::uint32_t encoded);

} // namespace cloop::erofs
