// SPDX-License-Identifier: GPL-3.0-or-later
// A range of bytes.

#pragma once

#include <cstdint>

namespace cloop {

/// Bytes [offset, offset + size).
struct Extent {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;

    std::uint64_t end() const { return offset + size; }
    bool operator==(const Extent &) const = default;
};

} // namespace cloop
