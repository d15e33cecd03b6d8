// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of a live disc: GRUB's menus, and the note for people who look at the files.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cloop {

/// The label of the partition that the menu's entry "keeping what is written" writes to.
inline constexpr std::string_view kept_label = "cloop-persist";

/// What an entry starts. Paths on the disc, without a leading slash.
struct MenuSystem {
    std::string title;                  ///< "Debian GNU/Linux 12 (bookworm)"
    std::string folder = "live";        ///< of its kernel and its image
    std::vector<std::string> initrds{"live/initrd"};  ///< one is unpacked over the other
};

struct LiveMenu {
    std::vector<MenuSystem> systems;  ///< at least one; the first starts by itself
    std::string id;          ///< names the file live/ID, by which the disc is found
    std::string append{};    ///< words for the kernel's command line
    unsigned timeout = 5;    ///< seconds until the first entry starts
};

/// boot/grub/grub.cfg
std::string grub_menu(const LiveMenu &menu);

/// boot/grub/loopback.cfg, for other GRUBs that start the disc's file. Source: https://supergrubdisk.org/wiki/Loopback.cfg
std::string loopback_menu(const LiveMenu &menu);

/// The same file on the FAT file system that UEFI starts from: leads to the disc.
std::string menu_on_fat(const LiveMenu &menu);

std::string readme_text(const LiveMenu &menu);

} // namespace cloop
