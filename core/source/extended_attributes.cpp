// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/extended_attributes.h"

#include <linux/limits.h>
#include <sys/xattr.h>

#include <cerrno>
#include <vector>

namespace cloop {

namespace {

/// Descriptors by O_PATH give no attributes by themselves, but by this path, which leads to the file itself, also to a symbolic link.
std::string proc_path(int fd) { return "/proc/self/fd/" + std::to_string(fd); }

std::vector<std::string> names_of(int fd) {
    char names[XATTR_LIST_MAX];
    ssize_t size = ::flistxattr(fd, names, sizeof names);
    if (size < 0 && errno == EBADF) size = ::listxattr(proc_path(fd).c_str(), names, sizeof names);
    std::vector<std::string> found;
    for (ssize_t at = 0; at < size; at += static_cast<ssize_t>(found.back().size()) + 1) found.emplace_back(names + at);
    return found;
}

bool is_kept(std::string_view attribute) { return attribute.starts_with("security.") || is_missed(attribute); }

} // namespace

bool is_missed(std::string_view attribute) {
    if (attribute.starts_with("security.")) return attribute != "security.selinux" && !attribute.starts_with("security.SMACK64");
    return attribute.starts_with("user.") || attribute.starts_with("trusted.") || attribute.starts_with("system.posix_acl_");
}

bool has_missed_attributes(int fd) {
    for (const std::string &name : names_of(fd))
        if (is_missed(name)) return true;
    return false;
}

ExtendedAttributes read_attributes(int fd) {
    ExtendedAttributes attributes;
    for (const std::string &name : names_of(fd)) {
        if (!is_kept(name)) continue;
        char value[XATTR_SIZE_MAX];
        ssize_t size = ::fgetxattr(fd, name.c_str(), value, sizeof value);
        if (size < 0 && errno == EBADF) size = ::getxattr(proc_path(fd).c_str(), name.c_str(), value, sizeof value);
        if (size >= 0) attributes.emplace(name, std::string(value, static_cast<std::size_t>(size)));
    }
    return attributes;
}

} // namespace cloop
