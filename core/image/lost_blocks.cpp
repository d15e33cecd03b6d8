#include "image/lost_blocks.h"

namespace cloop {

void append_lost(std::vector<LostBlocks> &runs, std::size_t first, std::size_t last, const Error &error) {
    if (!runs.empty() && first < runs.back().last) first = runs.back().last;
    if (first >= last) return;
    if (!runs.empty() && runs.back().last == first && runs.back().error.code == error.code && runs.back().error.sys == error.sys) runs.back().last = last;
    else runs.push_back({first, last, error});
}

std::size_t count_lost(const std::vector<LostBlocks> &runs) {
    std::size_t count = 0;
    for (const LostBlocks &run : runs) count += run.count();
    return count;
}

} // namespace cloop
