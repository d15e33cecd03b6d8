// SPDX-License-Identifier: GPL-3.0-or-later
// One more partition, behind a disc that is written to a larger disk. Pure: says what to write where.
//
// Source: UEFI 2.10, chapter 5.3, for the GPT. Sectors have 512 bytes.

#pragma once

#include "base/byte_source.h"
#include "base/extent.h"

#include <optional>
#include <string_view>
#include <vector>

namespace cloop {

/// Sectors of a table, as they shall be.
struct TableSectors {
    std::uint64_t offset = 0;  ///< bytes, on the disk
    std::vector<std::byte> bytes;
};

struct AddedPartition {
    Extent extent;                    ///< on the disk; whole MiB
    std::vector<TableSectors> table;  ///< by offset; those behind the partition are a GPT's second copy
};

/// `disc`: with a table of partitions. `size`: bytes wanted; none: all of the rest. `name`: in a GPT, ASCII.
/// Errors: table_has_no_room; disk_has_no_rest; those of reading the disc.
Result<AddedPartition> add_partition(const ByteSource &disc, std::uint64_t disk_size, std::optional<std::uint64_t> size, std::string_view name);

} // namespace cloop
