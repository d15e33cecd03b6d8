// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of any EROFS: see check_tree().

#include "check_tree.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    // The superblock lies at 1024; the empty bytes before are not part of the input.
    std::vector<std::uint8_t> content(1024);
    content.insert(content.end(), data, data + size);
    cloop::test::check_tree(content);
    return 0;
}
