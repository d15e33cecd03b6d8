// SPDX-License-Identifier: GPL-3.0-or-later
// Partitions lie within the disc, in the order of their numbers.

#include "fuzz_input.h"

#include "filesystem/partitions.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    unsigned last = 0;
    for (const auto &[number, extent] : cloop::partitions_of(cloop::test::FuzzInput(data, size))) {
        if (number <= last || extent.size == 0 || extent.offset > size || extent.size > size - extent.offset) std::abort();
        last = number;
    }
    return 0;
}
