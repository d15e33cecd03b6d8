// SPDX-License-Identifier: GPL-3.0-or-later
// Identifies the copy of an image that a map file belongs to, because its block states apply to no other copy.

#pragma once

#include "scan/block_scan.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cloop {

/// Distinguishes copies without reading them whole. Copies damaged in different blocks may differ in nothing else, so the stored bytes of some blocks
/// are compared: the more damage, the more likely it is detected.
struct ImageIdentity {
    std::uint64_t file_size = 0;
    std::string head_and_index;                               ///< SHA-256 of their values
    std::vector<std::pair<std::size_t, std::string>> blocks;  ///< SHA-256 of the stored bytes of some sound blocks, in order

    /// Reads the blocks, unless head and index differ already.
    bool is_of(const BlockReader &image) const;
};

/// Reads up to 32 sound blocks, evenly spread; omits unreadable ones.
ImageIdentity identity_of(const BlockReader &image, const std::vector<BlockState> &states);

/// The identity as comment lines of a map file, which other programs skip.
std::string to_comments(const ImageIdentity &identity);

/// Parses one line of a map file; true if it belongs to an identity.
bool take_comment(std::string_view line, ImageIdentity &identity);

} // namespace cloop
