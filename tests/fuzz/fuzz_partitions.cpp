// SPDX-License-Identifier: GPL-3.0-or-later
// Partitions lie within the disc, in the order of their numbers. One that is added lies behind the disc, and its table where it covers neither.

#include "fuzz_input.h"

#include "filesystem/added_partition.h"
#include "filesystem/partitions.h"

#include <cstdlib>

namespace {

void check_added(const cloop::test::FuzzInput &disc, std::uint64_t size) {
    constexpr std::uint64_t disk = 64 << 20;
    const auto added = cloop::add_partition(disc, disk, {}, "name");
    if (!added) return;
    if (added->extent.offset < size || added->extent.size == 0 || added->extent.end() > disk) std::abort();
    for (const auto &[offset, bytes] : added->table)
        if (bytes.empty() || offset + bytes.size() > disk || (offset < added->extent.end() && offset + bytes.size() > added->extent.offset))
            std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    unsigned last = 0;
    const cloop::test::FuzzInput disc(data, size);
    check_added(disc, size);
    for (const auto &[number, extent] : cloop::partitions_of(disc)) {
        if (number <= last || extent.size == 0 || extent.offset > size || extent.size > size - extent.offset) std::abort();
        last = number;
    }
    return 0;
}
