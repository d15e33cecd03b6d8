// How much room an output needs on its disc.

#pragma once

#include "image/block_reader.h"
#include "job/create_image.h"

#include <optional>
#include <stop_token>
#include <string>

namespace cloop {

/// In bytes.
struct NeededRoom {
    std::uint64_t least = 0;   ///< with less it can't be done, whatever the content
    std::uint64_t likely = 0;  ///< with less it will fail, unless the content is kinder than it looks; 0: nobody knows
};

/// Whether the block, written out, surely takes room: blocks of zeros become holes, and are known by their stored size where their codec
/// shrank anything at all. Pre: block < image.block_count().
bool surely_takes_room(const BlockReader &image, std::size_t block);

/// Of the content of an image, written out.
NeededRoom room_for_content(const BlockReader &image);

/// Of an image of `source`. Takes a sample for a third of a second.
NeededRoom room_for_image(const SourcePtr &source, const CreateOptions &options, const std::stop_token &stop);

/// What an ordinary user may still write beside `path`. None where the system does not tell.
std::optional<std::uint64_t> free_room(const std::string &path);

} // namespace cloop
