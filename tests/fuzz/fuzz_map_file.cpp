// SPDX-License-Identifier: GPL-3.0-or-later
// Any accepted map file has its runs in order, without overlaps.

#include "scan/map_file.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const auto map = cloop::parse_map_file({reinterpret_cast<const char *>(data), size});
    if (!map) return 0;
    std::uint64_t end = 0;
    for (const auto &run : map->runs) {
        if (run.extent.size == 0 || run.extent.offset < end || run.extent.end() < run.extent.offset) std::abort();
        end = run.extent.end();
    }
    if (end != map->end()) std::abort();
    return 0;
}
