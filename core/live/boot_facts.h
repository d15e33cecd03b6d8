// SPDX-License-Identifier: GPL-3.0-or-later
// What files of a root file system say that matter for starting it. Pure.

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace cloop {

/// "Debian GNU/Linux 12 (bookworm)", of the text of os-release(5); empty: it has no such name.
std::string pretty_name(std::string_view os_release);

/// Whether an EFI program, as a kernel is, has a signature: an entry in its table of certificates. Source: Microsoft's PE format, optional header of
/// PE32+.
bool has_signature(std::span<const std::byte> program);

} // namespace cloop
