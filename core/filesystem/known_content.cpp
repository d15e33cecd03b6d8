// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesystem/known_content.h"

#include "base/tolerant_read.h"
#include "filesystem/filesystem_kinds.h"

#include <algorithm>

namespace cloop {

namespace {

using namespace std::string_view_literals;
using Kind = KnownContent::Kind;

struct Signature {
    std::size_t offset;
    std::string_view bytes;
    Kind kind;
    std::string_view name;
    const char *kernel_type = "";
};

constexpr std::string_view sync = "\x00\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x00"sv;

// The first match counts, so signatures that may occur beside others (a boot sector, the sync of a sector) come last.
constexpr Signature signatures[] = {
    {0, "hsqs", Kind::filesystem, "squashfs", "squashfs"},
    {0, "sqsh", Kind::filesystem, "squashfs", "squashfs"},
    {1080, "\x53\xEF"sv, Kind::filesystem, "ext2, ext3 or ext4", "ext4"},
    {0, "XFSB", Kind::filesystem, "XFS", "xfs"},
    {1024, "\xE2\xE1\xF5\xE0"sv, Kind::filesystem, "EROFS", "erofs"},
    {65600, "_BHRfS_M", Kind::filesystem, "btrfs", "btrfs"},
    {1024, "\x10\x20\xF5\xF2"sv, Kind::filesystem, "F2FS", "f2fs"},
    {0, "\x45\x3D\xCD\x28"sv, Kind::filesystem, "cramfs", "cramfs"},
    {0, "-rom1fs-", Kind::filesystem, "romfs", "romfs"},
    {1024, "H+\x00\x04"sv, Kind::filesystem, "HFS+", "hfsplus"},
    {1024, "HX\x00\x05"sv, Kind::filesystem, "HFS+", "hfsplus"},
    {1024, "BD", Kind::filesystem, "HFS", "hfs"},
    {3, "NTFS    ", Kind::filesystem, "NTFS", "ntfs3"},
    {3, "EXFAT   ", Kind::filesystem, "exFAT", "exfat"},
    {82, "FAT32   ", Kind::filesystem, "FAT32", "vfat"},
    {54, "FAT16   ", Kind::filesystem, "FAT16", "vfat"},
    {54, "FAT12   ", Kind::filesystem, "FAT12", "vfat"},
    {512, "EFI PART", Kind::partitions, "a disc with partitions"},
    {510, "\x55\xAA"sv, Kind::partitions, "a disc with partitions, or a boot sector"},
    // 2448: with subchannels; 2352: complete; 2336: without sync and header, with the subheader of mode 2.
    {2448, sync, Kind::raw_sectors, "2448"},
    {2352, sync, Kind::raw_sectors, "2352"},
    {16 * 2352 + 17, "CD001", Kind::raw_sectors, "2352"},
    {16 * 2352 + 25, "CD001", Kind::raw_sectors, "2352"},
    {16 * 2336 + 9, "CD001", Kind::raw_sectors, "2336"},
};

} // namespace

KnownContent known_content(const ByteSource &content) {
    for (const FilesystemKind &kind : filesystem_kinds())
        if (FilesystemProbe probe = kind.probe(content); probe.answer == FilesystemProbe::Answer::yes)
            return {.kind = Kind::browsed, .name = kind.name, .kernel_type = kind.kernel_type, .label = std::move(probe.label)};
    constexpr std::size_t most = 68 << 10, sector = 2048;
    const auto bytes = read_past_damage(content, 0, static_cast<std::size_t>(std::min<std::uint64_t>(content.size(), most))).bytes;
    const auto has = [&](std::size_t at, std::string_view magic) {
        return at + magic.size() <= bytes.size() && std::string_view(reinterpret_cast<const char *>(bytes.data()) + at, magic.size()) == magic;
    };
    // UDF's volume recognition sequence lies at the place of ISO 9660's descriptors.
    for (std::size_t at = 16 * sector; at + sector <= bytes.size(); at += sector)
        if (has(at + 1, "NSR02") || has(at + 1, "NSR03")) return {.kind = Kind::filesystem, .name = "UDF", .kernel_type = "udf"};
    for (const Signature &signature : signatures)
        if (has(signature.offset, signature.bytes)) return {.kind = signature.kind, .name = signature.name, .kernel_type = signature.kernel_type};
    return {};
}

} // namespace cloop
