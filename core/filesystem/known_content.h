// SPDX-License-Identifier: GPL-3.0-or-later
// What some content is, by the signatures at its beginning: a file system of filesystem_kinds(), or what is only named, so that a person knows what
// to do.

#pragma once

#include "base/byte_source.h"

#include <string>
#include <string_view>

namespace cloop {

struct KnownContent {
    enum class Kind {
        unknown,
        browsed,      ///< a file system that Filesystem::open() reads; `label`: that of the volume
        filesystem,   ///< another one, for the kernel to mount
        partitions,   ///< likewise, one by one
        raw_sectors,  ///< a CD with all that a drive adds to its sectors; `name`: their size in bytes
    };
    Kind kind = Kind::unknown;
    std::string_view name{};  ///< "ext2, ext3 or ext4"
    std::string label{};
};

/// Reads 68 KiB, past damage. Throws std::bad_alloc.
KnownContent known_content(const ByteSource &content);

} // namespace cloop
