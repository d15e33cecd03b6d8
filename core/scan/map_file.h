// SPDX-License-Identifier: GPL-3.0-or-later
// Map files of GNU ddrescue: which bytes of something are known to be right.
//
// Source: the manual of ddrescue, chapter "Mapfile structure".

#pragma once

#include "base/extent.h"
#include "scan/block_scan.h"
#include "scan/image_identity.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cloop {


/// The states as a map file, positions in bytes of the content: '+' sound, '-' damaged or unreadable, '/' unverifiable, '?' untested. Its
/// comments name the image, some blocks of which are read for it.
std::string make_map_file(const BlockReader &image, const std::vector<BlockState> &states);

/// A map file as it was read: '+' finished; '?' not tried; '*' '/' not trimmed, not scraped; '-' bad. In order, without overlaps.
struct MapFile {
    struct Run {
        Extent extent;
        char status = '?';
    };
    std::vector<Run> runs;
    std::optional<ImageIdentity> image{};  ///< where it was written by make_map_file()

    std::uint64_t end() const { return runs.empty() ? 0 : runs.back().extent.end(); }
};

/// Error: invalid_map_file, with the number of the line as its detail.
Result<MapFile> parse_map_file(std::string_view text);

/// The same from a file. Errors also: those of FileSource; invalid_map_file where it has more than 256 MiB.
Result<MapFile> load_map_file(const std::string &path);

/// What a map file of this image's content tells of its blocks: sound where all of a block is '+', else as make_map_file() has it.
/// Errors: other_image, where it was made of another image or another copy of this one; map_without_image, where it names none, since
/// what it calls sound would not be read.
Result<std::vector<BlockState>> states_from(const MapFile &map, const BlockReader &image);

/// What a map file of a copied disc tells of the image on it: the blocks of which not every stored byte was copied, as runs that are
/// unreadable. `places`: where the bytes of the image file lie on the disc, in order; behind them nothing was copied.
std::vector<BlockRun> uncopied_blocks(const MapFile &map, const BlockReader &image, const std::vector<Extent> &places);

} // namespace cloop
