// SPDX-License-Identifier: GPL-3.0-or-later
// Extended attributes of files, among them ACLs and capabilities.

#pragma once

#include <map>
#include <string>
#include <string_view>

namespace cloop {

/// By full name: "security.capability"; values as setxattr() takes them.
using ExtendedAttributes = std::map<std::string, std::string>;

/// Whether losing an extended attribute of that name matters: ACLs, capabilities, attributes set by users and programs. Not labels that the system
/// sets again (SELinux, Smack), nor properties that a file system shows as attributes (system.nfs4_acl, btrfs.compression).
bool is_missed(std::string_view attribute);

/// Whether an open file of any kind has such an attribute; one that is not to be read is opened by O_PATH.
bool has_missed_attributes(int fd);

/// Those of an open file, likewise, that a file system for Linux can keep: the missed ones, and labels.
ExtendedAttributes read_attributes(int fd);

} // namespace cloop
