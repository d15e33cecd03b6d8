// SPDX-License-Identifier: GPL-3.0-or-later
// part_path() is the inverse of parse_split_name().

#include "file/split_name.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const std::string path(reinterpret_cast<const char *>(data), size);
    const auto name = cloop::parse_split_name(path);
    if (name && cloop::part_path(*name) != path) std::abort();
    return 0;
}
