// SPDX-License-Identifier: GPL-3.0-or-later
// A small FAT16 file system, which UEFI firmware starts a disc from.
//
// Source: Microsoft's FAT specification 1.03. Some firmware takes only what mkfs.fat makes of a small disk: clusters of 512 bytes, at least 4085 of
// them.

#pragma once

#include "base/error.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace cloop {

struct FatFile {
    std::string path;  ///< "EFI/BOOT/BOOTX64.EFI": folders and names of 8.3 capital letters, digits, '-' and '_'; longer names get a long one beside
    std::span<const std::byte> bytes;
};

/// As large as its files need. Times are 1980-01-01, so that equal files make equal bytes. Error: content_too_large, above 32 MiB.
Result<std::vector<std::byte>> make_fat_image(std::span<const FatFile> files, std::string_view label);

} // namespace cloop
