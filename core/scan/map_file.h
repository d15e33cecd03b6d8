// SPDX-License-Identifier: GPL-3.0-or-later
// Map files of GNU ddrescue: which bytes of a source are known to be good.
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

/// The states as a map file, positions in bytes of the content: '+' sound, '-' damaged, '*' unreadable (for ddrescue: a read that failed, to be
/// tried again), '/' unverifiable, '?' untested. Its comments identify the image, for which some blocks are read.
std::string make_map_file(const BlockReader &image, const std::vector<BlockState> &states);

/// A parsed map file: '+' finished; '?' non-tried; '*' non-trimmed; '/' non-scraped; '-' bad sector. In order, without overlaps.
struct MapFile {
    struct Run {
        Extent extent;
        char status = '?';
    };
    std::vector<Run> runs;
    std::optional<ImageIdentity> image{};  ///< if written by make_map_file()

    std::uint64_t end() const { return runs.empty() ? 0 : runs.back().extent.end(); }
};

/// Error: invalid_map_file, with the line number as its detail.
Result<MapFile> parse_map_file(std::string_view text);

/// The same from a file. Errors also: those of FileSource; invalid_map_file, if it is larger than 256 MiB.
Result<MapFile> load_map_file(const std::string &path);

/// The block states by a map file of this image's content: sound if all of a block is '+', else as in make_map_file().
/// Errors: other_image, if it belongs to another image or another copy of this one; map_without_image, if it names no image, because blocks that it
/// calls sound are not read.
Result<std::vector<BlockState>> states_from(const MapFile &map, const BlockReader &image);

/// By a map file of a copied disc, the blocks of the image on it of which some stored bytes were not copied, as unreadable runs. `places`: where the
/// bytes of the image file lie on the disc, in order; bytes past them count as not copied.
std::vector<BlockRun> uncopied_blocks(const MapFile &map, const BlockReader &image, const std::vector<Extent> &places);

} // namespace cloop
