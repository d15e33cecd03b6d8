// SPDX-License-Identifier: GPL-3.0-or-later
// A name that is taken for a part's is given back by its inverse.

#include "file/split_name.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const std::string path(reinterpret_cast<const char *>(data), size);
    const auto name = cloop::parse_split_name(path);
    if (name && cloop::part_path(*name) != path) std::abort();
    return 0;
}
