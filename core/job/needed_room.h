// SPDX-License-Identifier: GPL-3.0-or-later
// Estimates the disc room that an output needs.

#pragma once

#include "file/output_target.h"
#include "image/block_reader.h"
#include "job/create_image.h"

#include <stop_token>

namespace cloop {

/// Whether the extracted block surely takes room. Zero blocks become holes; they are recognised by a small stored size, or may be stored plain. Pre:
/// block < image.block_count().
bool surely_takes_room(const BlockReader &image, std::size_t block);

/// For extracting the content of an image.
NeededRoom room_for_content(const BlockReader &image);

/// For an image of `source`. Samples it for a third of a second.
NeededRoom room_for_image(const SourcePtr &source, const CreateOptions &options, const std::stop_token &stop);

} // namespace cloop
