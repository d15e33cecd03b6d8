// SPDX-License-Identifier: GPL-3.0-or-later
// read and write system calls that retry short counts and EINTR.

#pragma once

#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace cloop {

/// Reads until `out` is full or the file ends. Error: read_failed, with the offset of the first byte not read.
Result<std::size_t> pread_fully(int fd, std::uint64_t offset, std::span<std::byte> out, std::string_view name);

/// Errors: write_failed, no_space, file_too_large, …
Status pwrite_fully(int fd, std::uint64_t offset, std::span<const std::byte> bytes, std::string_view name);
Status write_fully(int fd, std::span<const std::byte> bytes, std::string_view name);

} // namespace cloop
