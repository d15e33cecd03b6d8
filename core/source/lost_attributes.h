// SPDX-License-Identifier: GPL-3.0-or-later
// What a file has beside its content that ISO 9660 does not hold.

#pragma once

#include <string_view>

namespace cloop {

/// Whether somebody will miss an extended attribute of that name: access lists, capabilities, what users and programs noted. Not so what each file of
/// a system has and the system gives anew (labels of SELinux and Smack), nor what a file system only shows that way (system.nfs4_acl,
/// btrfs.compression).
bool is_missed(std::string_view attribute);

/// Whether an open file or folder has one.
bool has_missed_attributes(int fd);

} // namespace cloop
