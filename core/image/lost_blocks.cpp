// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/lost_blocks.h"

namespace cloop {

void append_lost(std::vector<LostBlocks> &runs, BlockRange blocks, const Error &error) {
    if (!runs.empty()) blocks.first = std::max(blocks.first, runs.back().last);
    append_run(runs, LostBlocks{blocks, error},
               [](const LostBlocks &a, const LostBlocks &b) { return a.error.code == b.error.code && a.error.sys == b.error.sys; });
}

std::size_t count_lost(const std::vector<LostBlocks> &runs) {
    std::size_t count = 0;
    for (const LostBlocks &run : runs) count += run.count();
    return count;
}

} // namespace cloop
