// SPDX-License-Identifier: GPL-3.0-or-later
// How much room an output needs on its disc.

#pragma once

#include "file/output_target.h"
#include "image/block_reader.h"
#include "job/create_image.h"

#include <stop_token>

namespace cloop {

/// Whether the block, written out, surely takes room: blocks of zeros become holes, and are known by their stored size where their codec
/// shrank anything at all. Pre: block < image.block_count().
bool surely_takes_room(const BlockReader &image, std::size_t block);

/// Of the content of an image, written out.
NeededRoom room_for_content(const BlockReader &image);

/// Of an image of `source`. Takes a sample for a third of a second.
NeededRoom room_for_image(const SourcePtr &source, const CreateOptions &options, const std::stop_token &stop);

} // namespace cloop
