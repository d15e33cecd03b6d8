// SPDX-License-Identifier: GPL-3.0-or-later
// Identifies a file by device and inode, whatever its name.

#pragma once

#include <sys/stat.h>
#include <unistd.h>

#include <optional>
#include <string>

namespace cloop {

struct FileIdentity {
    dev_t device = 0;
    ino_t inode = 0;
    bool operator==(const FileIdentity &) const = default;
};

inline FileIdentity identity_of(const struct stat &status) { return {status.st_dev, status.st_ino}; }

/// Of the open file `fd`; zeros if fstat() fails.
inline FileIdentity identity_of(int fd) {
    struct stat status {};
    return ::fstat(fd, &status) == 0 ? identity_of(status) : FileIdentity{};
}

/// Of the file at `path`, links followed. None if it does not exist.
inline std::optional<FileIdentity> identity_at(const std::string &path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? std::optional(identity_of(status)) : std::nullopt;
}

} // namespace cloop
