// SPDX-License-Identifier: GPL-3.0-or-later
// Recognises packed files by name.

#pragma once

#include <string_view>

namespace cloop {

/// The archives that create unpacks: .tar and its compressed forms (.tar.gz, .tgz, .tar.xz, .tar.zst, …), .zip, .7z.
bool is_archive_name(std::string_view path);

/// Packed files that create does not unpack, though a user may expect it: .iso.gz and other single files, .rar, .deb, .rpm, .cpio, .z01, …
bool is_other_packed_name(std::string_view path);

} // namespace cloop
