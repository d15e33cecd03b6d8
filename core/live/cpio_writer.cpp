// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/cpio_writer.h"

#include <sys/stat.h>

#include <array>
#include <cstdio>

namespace cloop {

void CpioWriter::pad() { bytes_.resize((bytes_.size() + 3) / 4 * 4); }

void CpioWriter::add(const Entry &entry) {
    const auto append = [&](std::string_view text) {
        const auto bytes = std::as_bytes(std::span(text));
        bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    };
    // inode, mode, uid, gid, links, mtime, size, device's major and minor, node's major and minor, length of the name, check
    const std::array<std::uint32_t, 13> fields{++inode_,
                                               entry.mode,
                                               0,
                                               0,
                                               1,
                                               0,
                                               static_cast<std::uint32_t>(entry.bytes.size()),
                                               0,
                                               0,
                                               entry.major,
                                               entry.minor,
                                               static_cast<std::uint32_t>(entry.path.size() + 1),
                                               0};
    append("070701");
    for (const std::uint32_t field : fields) {
        char digits[9];
        std::snprintf(digits, sizeof digits, "%08X", field);
        append(digits);
    }
    append(entry.path);
    bytes_.push_back({});
    pad();
    bytes_.insert(bytes_.end(), entry.bytes.begin(), entry.bytes.end());
    pad();
}

void CpioWriter::add_folder(std::string_view path) { add({.path = path, .mode = S_IFDIR | 0755}); }

void CpioWriter::add_file(std::string_view path, unsigned permissions, std::span<const std::byte> bytes) {
    add({.path = path, .mode = S_IFREG | permissions, .bytes = bytes});
}

void CpioWriter::add_device(std::string_view path, unsigned permissions, unsigned major, unsigned minor) {
    add({.path = path, .mode = S_IFCHR | permissions, .major = major, .minor = minor});
}

std::vector<std::byte> CpioWriter::finish() && {
    inode_ = UINT32_MAX;  // the trailer has inode 0
    add({.path = "TRAILER!!!", .mode = 0});
    return std::move(bytes_);
}

} // namespace cloop
