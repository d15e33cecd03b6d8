// SPDX-License-Identifier: GPL-3.0-or-later
// Finds all-zero buffers.

#pragma once

#include <cstddef>
#include <cstring>
#include <span>

namespace cloop {

/// Compares the bytes with themselves shifted by one: memcmp runs at memory speed and stops at the first difference, which most data have at once.
inline bool is_all_zero(std::span<const std::byte> bytes) {
    return bytes.empty() || (bytes[0] == std::byte{0} && std::memcmp(bytes.data(), bytes.data() + 1, bytes.size() - 1) == 0);
}

} // namespace cloop
