// SPDX-License-Identifier: GPL-3.0-or-later
// A cpio archive in the format "newc", which the kernel unpacks as the first file system.
//
// Source: Linux, Documentation/driver-api/early-userspace/buffer-format.rst.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cloop {

/// All files belong to root and have the time 0, so that equal files make equal archives.
class CpioWriter {
public:
    /// The folders of a path before what lies in them.
    void add_folder(std::string_view path);
    void add_file(std::string_view path, unsigned permissions, std::span<const std::byte> bytes);
    /// A character device.
    void add_device(std::string_view path, unsigned permissions, unsigned major, unsigned minor);

    /// What is there so far.
    std::span<const std::byte> bytes() const { return bytes_; }

    /// The complete archive. Call once.
    std::vector<std::byte> finish() &&;

private:
    struct Entry {
        std::string_view path;
        std::uint32_t mode;
        std::uint32_t major = 0, minor = 0;
        std::span<const std::byte> bytes{};
    };
    void add(const Entry &entry);
    void pad();

    std::vector<std::byte> bytes_;
    std::uint32_t inode_ = 0;
};

} // namespace cloop
