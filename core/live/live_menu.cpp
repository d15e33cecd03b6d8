// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/live_menu.h"

namespace cloop {

namespace {

std::string search(const LiveMenu &menu) { return "search --no-floppy --set=root --file /live/" + menu.id + "\n"; }

/// For a string in GRUB's single quotes, which nothing escapes.
std::string quoted(const std::string &text) {
    std::string safe = "'";
    for (const char c : text)
        if (c != '\'' && c != '\n') safe += c;
    return safe + "'";
}

std::string entry(const LiveMenu &menu, const MenuSystem &system, const std::string &title, const std::string &words) {
    std::string initrds;
    for (const std::string &path : system.initrds) initrds += " /" + path;
    return "menuentry " + quoted(title) + " {\n    linux /" + system.folder + "/vmlinuz" + (menu.append.empty() ? "" : " " + menu.append) +
           (words.empty() ? "" : " " + words) + "\n    initrd" + initrds + "\n}\n";
}

std::string entries(const LiveMenu &menu, const std::string &words) {
    const std::string more = words.empty() ? "" : " " + words;
    std::string text;
    for (const MenuSystem &system : menu.systems)
        text += entry(menu, system, system.title, words) + entry(menu, system, system.title + ", copied to memory", "toram" + more) +
                entry(menu, system, system.title + ", keeping what is written", "persist=" + std::string(kept_label) + more);
    return text + entry(menu, menu.systems.front(), "Check the disc, then start", "check" + more);
}

std::string titles_of(const LiveMenu &menu) {
    std::string text;
    for (const MenuSystem &system : menu.systems) text += (text.empty() ? "" : ", ") + system.title;
    return text;
}

} // namespace

std::string grub_menu(const LiveMenu &menu) {
    // GRUB itself speaks where the kernel is told to.
    const bool is_serial = menu.append.find("console=ttyS0") != menu.append.npos;
    return "# GRUB's menu. Words for the kernel's command line: see README.txt.\n" + search(menu) +
           (is_serial ? "serial --unit=0 --speed=115200\nterminal_input serial console\nterminal_output serial console\n" : "") +
           "set default=0\nset timeout=" + std::to_string(menu.timeout) + "\n" + entries(menu, {});
}

std::string loopback_menu(const LiveMenu &menu) { return entries(menu, "findiso=${iso_path}"); }

std::string menu_on_fat(const LiveMenu &menu) { return search(menu) + "set prefix=($root)/boot/grub\nconfigfile ($root)/boot/grub/grub.cfg\n"; }

std::string readme_text(const LiveMenu &menu) {
    return titles_of(menu) +
           "\n\nThis disc starts by itself, on computers with BIOS or UEFI, from CD, DVD or stick. What is written while it runs goes "
           "to memory and is lost\n"
           "at the end, unless a partition keeps it: cloop export --persist makes one on the stick, which an entry of the menu uses.\n\n"
           "live/root.cloop   the system, compressed: cloop and Cloopsmith open it (root.cloop.000 and so on: in parts)\n"
           "live/vmlinuz      its kernel\n"
           "live/initrd       finds this disc and starts the system\n"
           "live/2, …         the same of a second system, and so on; live/programs is what their initrds share\n"
           "sha256sums.txt    sums of all files: sha256sum -c sha256sums.txt\n\n"
           "Words for the kernel's command line (e in the menu, then at the end of the line that begins with linux):\n"
           "  toram          copy the disc to memory, then let it out\n"
           "  check          compare all files with their sums, and decode all blocks, before the system starts\n"
           "  persist=LABEL  write to the ext4 partition of that label\n"
           "  findiso=PATH   the disc is a file on another disk\n"
           "  fuse           use no kernel module of cloop\n"
           "  break=POINT    open a shell at start, disc, root or init\n";
}

} // namespace cloop
