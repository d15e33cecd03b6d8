// SPDX-License-Identifier: GPL-3.0-or-later
// Every block of any accepted image, by all codecs; and reads at odd offsets.

#include "fuzz_input.h"

#include "image/image_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const auto image = cloop::ImageReader::open(std::make_shared<cloop::test::FuzzInput>(data, size), {.cache_bytes = 1 << 20, .threads = 1});
    if (!image || (*image)->block_size() > 1 << 20) return 0;
    cloop::BlockScratch scratch;
    std::vector<std::byte> raw((*image)->block_size());
    const std::size_t count = std::min<std::size_t>((*image)->block_count(), 16);
    for (std::size_t block = 0; block < count; ++block) (void)(*image)->read_block(block, raw, scratch);
    std::vector<std::byte> out(700);
    for (const std::uint64_t at :
         {std::uint64_t{0}, std::uint64_t{511}, (*image)->size() / 2, (*image)->size() - std::min<std::uint64_t>((*image)->size(), 5)})
        (void)(*image)->read_at(at, out);
    return 0;
}
