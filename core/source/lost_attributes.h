// SPDX-License-Identifier: GPL-3.0-or-later
// Finds file attributes that ISO 9660 can't hold.

#pragma once

#include <string_view>

namespace cloop {

/// Whether losing an extended attribute of that name matters: ACLs, capabilities, attributes set by users and programs. Not labels that the system
/// sets again (SELinux, Smack), nor properties that a file system shows as attributes (system.nfs4_acl, btrfs.compression).
bool is_missed(std::string_view attribute);

/// Whether an open file or folder has such an attribute.
bool has_missed_attributes(int fd);

} // namespace cloop
