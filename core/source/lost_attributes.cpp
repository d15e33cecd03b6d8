// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/lost_attributes.h"

#include <linux/limits.h>
#include <sys/xattr.h>

namespace cloop {

bool is_missed(std::string_view attribute) {
    if (attribute.starts_with("security.")) return attribute != "security.selinux" && !attribute.starts_with("security.SMACK64");
    return attribute.starts_with("user.") || attribute.starts_with("trusted.") || attribute.starts_with("system.posix_acl_");
}

bool has_missed_attributes(int fd) {
    char names[XATTR_LIST_MAX];
    const ssize_t size = ::flistxattr(fd, names, sizeof names);
    for (ssize_t at = 0; at < size;) {
        const std::string_view name = names + at;
        if (is_missed(name)) return true;
        at += static_cast<ssize_t>(name.size()) + 1;
    }
    return false;
}

} // namespace cloop
