// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the records of a file system past damage, and stops a hostile one from costing hours.

#pragma once

#include "base/tolerant_read.h"

#include <array>

namespace cloop {

/// Enough memory for the tree of any file system of a million files; larger contents add their stored size.
constexpr std::uint64_t bytes_for_any_tree = 192u << 20;

/// Linux opens no deeper path, and none nearly as long.
constexpr std::uint32_t max_depth = 2048;
constexpr std::uint32_t max_path_length = 65536;

/// Used by one thread. `content` must outlive it.
class MeteredReader {
public:
    explicit MeteredReader(const ByteSource &content) : content_(content), most_cost_((1u << 30) + 2 * content.size()) {}

    /// As read_past_damage(); bytes beyond the end are lost.
    TolerantRead read(std::uint64_t offset, std::uint64_t size);

    /// More was read than the records of a content of that size can be. Includes what was inflated for it: going back and forth makes an image
    /// inflate the same blocks repeatedly.
    bool is_exhausted() const { return cost_ > most_cost_; }

private:
    const ByteSource &content_;
    std::uint64_t cost_ = 0;                        ///< bytes
    const std::uint64_t most_cost_;
    std::uint64_t piece_size_ = 1;                  ///< largest unit in which the content must be read
    std::array<std::uint64_t, 2> recent_pieces_{};  ///< by their ends
};

} // namespace cloop
