// SPDX-License-Identifier: GPL-3.0-or-later
// A FUSE mount that is attached nowhere, for a file system that a user serves.

#pragma once

#include "owned.h"

#include <sys/types.h>

namespace cloop::helper {

struct FuseMount {
    Descriptor device;  ///< /dev/fuse, for the server
    Descriptor mount;   ///< its root; nothing is in there before the server answers
};

/// For a server that is run by `user`. Root may enter the mount: loop devices read their files as root. Null in both: the kernel refuses, see errno.
FuseMount open_fuse(uid_t user, gid_t group);

} // namespace cloop::helper
