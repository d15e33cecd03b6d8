// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/needed_room.h"

#include "base/precondition.h"
#include "job/estimate.h"

#include <algorithm>

namespace cloop {

namespace {

/// Upper bound for a compressed zero block; the largest is a short .xz stream.
std::uint64_t longest_stored_zeros(const BlockReader &image) { return image.block_size() / 64 + 128; }

} // namespace

bool surely_takes_room(const BlockReader &image, std::size_t block) {
    CLOOP_PRE(block < image.block_count());
    const BlockIndex &index = image.index();
    if (block >= index.known_size() || index.defect(block) != Defect::none) return false;
    const BlockRef ref = index[block];
    // A block that did not shrink may be zeros stored plain.
    return ref.size > longest_stored_zeros(image) && ref.size < image.block_size();
}

NeededRoom room_for_content(const BlockReader &image) {
    NeededRoom room;
    const BlockIndex &index = image.index();
    for (std::size_t block = 0; block < index.known_size(); ++block) {
        if (surely_takes_room(image, block)) room.least += image.block_size();
        else if (index.defect(block) == Defect::none && index[block].size > longest_stored_zeros(image)) room.likely += image.block_size();
    }
    room.likely += room.least;
    return {std::min(room.least, image.size()), std::min(room.likely, image.size())};
}

NeededRoom room_for_image(const SourcePtr &source, const CreateOptions &options, const std::stop_token &stop) {
    // Only uncompressed images have a size known in advance.
    if (stores_plain(options.encoding.encoder)) return {source->size(), source->size()};
    auto estimator = Estimator::begin({source}, options);
    if (!estimator || !estimator->sample(std::chrono::milliseconds(300), stop)) return {};
    return {0, estimator->estimate().image_size};
}

} // namespace cloop
