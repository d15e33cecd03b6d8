// SPDX-License-Identifier: GPL-3.0-or-later
// Identifies a content by the signatures at its beginning: a file system of filesystem_kinds(), or another content that is only named for the user.

#pragma once

#include "base/byte_source.h"

#include <string>
#include <string_view>

namespace cloop {

struct KnownContent {
    enum class Kind {
        unknown,
        browsed,      ///< a file system that Filesystem::open() reads; `label`: of the volume
        filesystem,   ///< another file system, which the kernel may mount
        partitions,   ///< a partition table, whose partitions the kernel may mount
        raw_sectors,  ///< raw CD sectors with sync, header and ECC; `name`: their size in bytes
    };
    Kind kind = Kind::unknown;
    std::string_view name{};  ///< "ext2, ext3 or ext4"
    const char *kernel_type = "";  ///< of a file system: as mount(2) names it
    std::string label{};
};

/// Reads 68 KiB, past damage. Throws std::bad_alloc.
KnownContent known_content(const ByteSource &content);

} // namespace cloop
