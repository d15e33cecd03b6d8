// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of any ISO 9660: see check_tree().

#include "check_tree.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    // Descriptors lie at sector 16; the empty sectors before are not part of the input.
    std::vector<std::uint8_t> iso(16 * 2048);
    iso.insert(iso.end(), data, data + size);
    cloop::test::check_tree(iso);
    return 0;
}
