// SPDX-License-Identifier: GPL-3.0-or-later
// Which copy of which image a map file was made of: the states of its blocks tell nothing of any other.

#pragma once

#include "scan/block_scan.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cloop {

/// What tells one copy from another without reading it whole. Copies that are damaged in different blocks differ in nothing else, so
/// some of the blocks are compared by their stored bytes: the more are damaged, the surer it shows.
struct ImageIdentity {
    std::uint64_t file_size = 0;
    std::string head_and_index;                               ///< SHA-256 of what they say
    std::vector<std::pair<std::size_t, std::string>> blocks;  ///< SHA-256 of the stored bytes of some sound ones, in order

    /// Where the index of `image` differs, nothing but that is asked for, since other blocks would be compared. Reads the blocks.
    bool is_of(const BlockReader &image) const;
};

/// Of up to 32 sound blocks, evenly spread. Reads them; one that can't be read is left out.
ImageIdentity identity_of(const BlockReader &image, const std::vector<BlockState> &states);

/// The identity as comment lines of a map file, which other readers skip.
std::string to_comments(const ImageIdentity &identity);

/// Takes one line of a map file; true where it belongs to an identity.
bool take_comment(std::string_view line, ImageIdentity &identity);

} // namespace cloop
