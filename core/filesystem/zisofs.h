// SPDX-License-Identifier: GPL-3.0-or-later
// Parameters of a file compressed by zisofs.

#pragma once

#include <cstddef>
#include <cstdint>

namespace cloop {

/// From the ZF entry of Rock Ridge: version 1 ("pz") or 2 ("PZ"); 0: unknown.
struct Zisofs {
    std::uint8_t version = 0;
    std::uint16_t header_size = 0;  ///< bytes before the table of blocks
    std::uint8_t block_shift = 0;   ///< a block inflates to 1 << block_shift bytes

    /// Whether its blocks can be inflated here. Linux accepts blocks of up to 128 KiB; libisofs makes version 2 blocks of up to 1 MiB.
    bool is_known() const { return block_shift >= 9 && ((version == 1 && block_shift <= 17) || (version == 2 && block_shift <= 20)); }
    std::size_t pointer_size() const { return version == 1 ? 4 : 8; }  ///< bytes of an entry of the table
};

} // namespace cloop
