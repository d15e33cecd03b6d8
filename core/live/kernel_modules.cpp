// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/kernel_modules.h"

#include "base/read_all.h"
#include "source/unpacked_stream.h"

#include <algorithm>
#include <set>

namespace cloop {

namespace {

std::string plain(std::string_view name) {
    std::string text(name);
    std::ranges::replace(text, '-', '_');
    return text;
}

/// Calls `see` for each line, without its end.
template <class See> void for_lines(std::string_view text, const See &see) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        see(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::vector<std::string> words_of(std::string_view text, char between) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(between), text.size());
        if (end > 0) words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

// File systems that the disc and its image are made of, or that the disc's files may lie on; drives that a machine may start it from; keyboards, for
// the shell. A name that a kernel does not have is built into it, or not made for it.
constexpr std::string_view live_modules[]{"loop",
                                          "overlay",
                                          "erofs",
                                          "isofs",
                                          "squashfs",
                                          "fuse",
                                          "vfat",
                                          "nls_cp437",
                                          "nls_ascii",
                                          "nls_iso8859_1",
                                          "nls_utf8",
                                          "ext4",
                                          "crc32c_generic",
                                          "crc32c_intel",
                                          "exfat",
                                          "ntfs3",
                                          "sr_mod",
                                          "sd_mod",
                                          "cdrom",
                                          "kernel/drivers/ata/",
                                          "nvme",
                                          "virtio_blk",
                                          "virtio_scsi",
                                          "virtio_pci",
                                          "virtio_mmio",
                                          "hv_storvsc",
                                          "hv_vmbus",
                                          "xen_blkfront",
                                          "vmw_pvscsi",
                                          "mptspi",
                                          "mptsas",
                                          "megaraid_sas",
                                          "mpt3sas",
                                          "xhci_pci",
                                          "ehci_pci",
                                          "ohci_pci",
                                          "uhci_hcd",
                                          "usb_storage",
                                          "uas",
                                          "mmc_block",
                                          "sdhci_pci",
                                          "sdhci_acpi",
                                          "rtsx_pci_sdmmc",
                                          "rtsx_usb_sdmmc",
                                          "usbhid",
                                          "hid_generic",
                                          "hid_apple",
                                          "hid_logitech_dj",
                                          "hv_utils",
                                          "hyperv_keyboard",
                                          "atkbd",
                                          "i8042",
                                          "virtio_input"};

} // namespace

std::string module_name(std::string_view path) {
    std::string_view name = path.substr(path.rfind('/') + 1);
    return plain(name.substr(0, name.find(".ko")));
}

ModuleTable::ModuleTable(std::string_view text) {
    for_lines(text, [&](std::string_view line) {
        const auto colon = line.find(':');
        if (colon == line.npos || line.find(".ko") > colon) return;
        const std::string path(line.substr(0, colon));
        paths_[module_name(path)] = path;
        needs_[path] = words_of(line.substr(colon + 1), ' ');
    });
}

bool ModuleTable::has(std::string_view name) const { return paths_.contains(plain(name)); }

std::vector<std::string> ModuleTable::needs(const std::string &path) const {
    const auto found = needs_.find(path);
    return found == needs_.end() ? std::vector<std::string>() : found->second;
}

std::vector<std::string> ModuleTable::closure(std::span<const std::string_view> wanted) const {
    std::vector<std::string> ordered;
    std::set<std::string, std::less<>> seen;
    // modules.dep names all that a module needs, also indirectly, the deepest last.
    const auto add = [&](const std::string &path) {
        const auto &needed = needs(path);
        for (auto at = needed.rbegin(); at != needed.rend(); ++at)
            if (needs_.contains(*at) && seen.insert(*at).second) ordered.push_back(*at);
        if (seen.insert(path).second) ordered.push_back(path);
    };
    for (const std::string_view name : wanted) {
        if (name.ends_with('/')) {
            for (const auto &[path, needed] : needs_)
                if (path.starts_with(name)) add(path);
        } else if (const auto found = paths_.find(plain(name)); found != paths_.end()) {
            add(found->second);
        }
    }
    return ordered;
}

std::vector<DriveKind> kinds_without_driver(const ModuleTable &modules, std::string_view builtin) {
    constexpr std::pair<DriveKind, std::string_view> drivers[]{
        {DriveKind::usb, "usb-storage"}, {DriveKind::sata, "ahci"}, {DriveKind::nvme, "nvme"}, {DriveKind::memory_card, "mmc_block"}};
    std::vector<DriveKind> missing;
    for (const auto &[kind, name] : drivers)
        if (!modules.has(name) && builtin.find("/" + std::string(name) + ".ko") == builtin.npos) missing.push_back(kind);
    return missing;
}

std::span<const std::string_view> modules_of_live_disc() { return live_modules; }

Result<std::vector<std::byte>> unpacked_module(SourcePtr file, const std::stop_token &stop) {
    constexpr std::size_t most = 64 << 20;
    CLOOP_LET(unpacked, open_unpacked(file, stop));
    if (!unpacked) return read_all(*file, most);
    std::vector<std::byte> bytes;
    constexpr std::size_t step = 1 << 20;
    while (true) {
        const std::size_t done = bytes.size();
        if (done > most) return fail(ErrorCode::content_too_large, file->name());
        bytes.resize(done + step);
        CLOOP_LET(got, unpacked->read(std::span(bytes).subspan(done)));
        bytes.resize(done + got);
        if (got < step) return bytes;
    }
}

std::vector<std::string> needs_of_module(std::span<const std::byte> module) {
    const std::string_view text(reinterpret_cast<const char *>(module.data()), module.size());
    constexpr std::string_view key("\0depends=", 9);
    const auto at = text.find(key);
    if (at == text.npos) return {};
    const std::string_view value = text.substr(at + key.size());
    return words_of(value.substr(0, value.find('\0')), ',');
}

std::string aliases_of(std::string_view text, std::span<const std::string> paths) {
    std::set<std::string, std::less<>> names;
    for (const std::string &path : paths) names.insert(module_name(path));
    std::string kept;
    for_lines(text, [&](std::string_view line) {
        if (line.starts_with("alias ") && names.contains(plain(line.substr(line.rfind(' ') + 1)))) kept.append(line).append("\n");
    });
    return kept;
}

} // namespace cloop
