// SPDX-License-Identifier: GPL-3.0-or-later
// Compares two images and applies a map file to one: results lie inside the images, in order.

#include "fuzz_input.h"

#include "image/image_reader.h"
#include "job/diff_images.h"
#include "scan/map_file.h"

#include <cstdlib>

namespace {

using namespace cloop;

void compare(const ImageReader &left, const ImageReader &right) {
    const auto result = diff_images(left, right, {}, {});
    if (!result) return;
    std::uint64_t end = 0;
    for (const Difference &difference : result->differences) {
        if (difference.extent.size == 0 || difference.extent.offset < end || difference.extent.end() < difference.extent.offset) std::abort();
        end = difference.extent.end();
    }
    if (end > std::max(left.size(), right.size())) std::abort();
}

void lay_over(const MapFile &map, const ImageReader &image) {
    if (const auto states = states_from(map, image); states && states->size() != image.block_count()) std::abort();
    std::size_t last = 0;
    for (const BlockRun &run : uncopied_blocks(map, image, {{7, image.file_size() / 2}, {image.file_size(), image.file_size()}})) {
        if (run.first >= run.last || run.first < last || run.last > image.block_count()) std::abort();
        last = run.last;
    }
}

} // namespace

/// The first two bytes are the sizes, in 256ths, of the first image in the rest and of the second in the remainder; the map follows.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    if (size < 2) return 0;
    const std::size_t rest = size - 2, first = rest * data[0] / 256, second = (rest - first) * data[1] / 256;
    const std::uint8_t *begin = data + 2;
    const auto open = [](const std::uint8_t *at, std::size_t length) {
        return ImageReader::open(std::make_shared<cloop::test::FuzzInput>(at, length), {.cache_bytes = 1 << 20, .threads = 1});
    };
    constexpr std::uint64_t most = 16u << 20;
    const auto left = open(begin, first);
    if (!left || (*left)->size() > most || (*left)->block_size() > 1 << 20) return 0;
    if (const auto right = open(begin + first, second); right && (*right)->size() <= most && (*right)->block_size() <= 1 << 20)
        compare(**left, **right);
    if (const auto map = parse_map_file({reinterpret_cast<const char *>(begin + first + second), rest - first - second})) lay_over(*map, **left);
    return 0;
}
