// SPDX-License-Identifier: GPL-3.0-or-later
// How an ISO 9660 boots: as a CD or DVD and from a stick, by BIOS and by UEFI.
//
// Source: El Torito 1.0; UEFI 2.10, sections 5 (GPT) and 13.3.2 (El Torito); GRUB's own images, which grub-mkrescue lays out the same way.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace cloop {

/// How a stick is partitioned. Some BIOSes start nothing with a valid GPT, some UEFIs nothing without one.
enum class DiskLayout : unsigned char {
    gpt,  ///< and an active entry in the MBR, for BIOSes that ask for one
    mbr,  ///< partition 1 is the disc, partition 2 what UEFI starts
};

/// What boots is part of the tree, by path from its root: "/boot/grub/bios.img". An empty path or sector: the disc does not boot that way.
struct IsoBoot {
    std::string bios_image{};              ///< GRUB's core for El Torito, which gets told where it lies
    /// A FAT file system with EFI/BOOT; on a stick it is a partition. In an MBR it follows the ISO, and this is the path of a file of this machine.
    std::string efi_image{};
    DiskLayout layout = DiskLayout::gpt;
    std::string catalog = "/boot.cat";     ///< a file that is made, in a folder of the tree
    std::vector<std::byte> boot_sector{};  ///< GRUB's boot_hybrid.img: finds `bios_image` on a stick. Up to 446 bytes count
};

} // namespace cloop
