// SPDX-License-Identifier: GPL-3.0-or-later
// What a file's name says of how it is packed.

#pragma once

#include <string_view>

namespace cloop {

/// What create unpacks: .tar and its compressed forms (.tar.gz, .tgz, .tar.xz, .tar.zst, …), .zip, .7z.
bool is_archive_name(std::string_view path);

/// What it does not unpack, though somebody may think so: .iso.gz and all else that one program packed, .rar, .deb, .rpm, .cpio, .z01, …
bool is_other_packed_name(std::string_view path);

} // namespace cloop
