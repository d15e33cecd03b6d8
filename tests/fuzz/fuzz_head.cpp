// SPDX-License-Identifier: GPL-3.0-or-later
// Any head and index: a block without a defect lies inside the file.

#include "fuzz_input.h"

#include "image/head_finder.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const cloop::test::FuzzInput input(data, size);
    const auto found = cloop::find_head(input);
    if (!found) return 0;
    const std::size_t count = std::min<std::size_t>(found->index.size(), 100'000);
    for (std::size_t block = 0; block < count; ++block) {
        if (found->index.defect(block) != cloop::Defect::none) continue;
        const auto ref = found->index[block];
        if ((ref.size == 0 && !found->head.is_by_mkuzip) || ref.size > cloop::max_stored_size(found->head.block_size) || ref.offset + ref.size > size)
            std::abort();
    }
    if (!cloop::is_valid_block_size(found->head.block_size)) std::abort();
    if (found->head.content_size() > found->head.padded_size()) std::abort();
    return 0;
}
