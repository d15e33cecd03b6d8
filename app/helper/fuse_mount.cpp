// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuse_mount.h"

#include <fcntl.h>
#include <sys/mount.h>

#include <string>

namespace cloop::helper {

FuseMount open_fuse(uid_t user, gid_t group) {
    FuseMount fuse{.device = Descriptor(::open("/dev/fuse", O_RDWR | O_CLOEXEC)), .mount = {}};
    const Descriptor context(fuse.device ? ::fsopen("fuse", FSOPEN_CLOEXEC) : -1);
    if (!context) return {};
    const std::pair<const char *, std::string> values[]{{"source", "cloop"},
                                                        {"subtype", "cloop"},
                                                        {"fd", std::to_string(fuse.device.get())},
                                                        {"rootmode", "40000"},
                                                        {"user_id", std::to_string(user)},
                                                        {"group_id", std::to_string(group)}};
    for (const auto &[name, value] : values)
        if (::fsconfig(context.get(), FSCONFIG_SET_STRING, name, value.c_str(), 0) != 0) return {};
    for (const char *name : {"allow_other", "default_permissions"})
        if (::fsconfig(context.get(), FSCONFIG_SET_FLAG, name, nullptr, 0) != 0) return {};
    if (::fsconfig(context.get(), FSCONFIG_CMD_CREATE, nullptr, nullptr, 0) != 0) return {};
    fuse.mount = Descriptor(::fsmount(context.get(), FSMOUNT_CLOEXEC, MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOEXEC));
    return fuse.mount ? std::move(fuse) : FuseMount();
}

} // namespace cloop::helper
