// What some content is, by the signatures at its beginning. Filesystem::open() reads one of these; the others are named, so that a person knows
// what to do.

#pragma once

#include "base/byte_source.h"

#include <string>
#include <string_view>

namespace cloop {

struct KnownContent {
    enum class Kind {
        unknown,
        iso9660,      ///< `label`: that of the volume
        filesystem,   ///< for the kernel to mount
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
