// SPDX-License-Identifier: GPL-3.0-or-later
// Finds a disc's volumes: by the descriptors of the last session, or by root directories if these are lost.

#pragma once

#include "base/byte_source.h"
#include "filesystem/iso9660_records.h"

#include <optional>
#include <stop_token>

namespace cloop {

struct Iso9660Volumes {
    std::optional<VolumeDescriptor> primary;
    std::optional<VolumeDescriptor> joliet;
    std::uint64_t session = 0;          ///< bytes: where the session that is read (the last one) begins
    std::uint64_t descriptors_end = 0;  ///< bytes
    bool has_lost_descriptors = false;  ///< an unreadable or zeroed sector may have held one

    bool is_empty() const { return !primary && !joliet; }
};

/// The descriptors of the first session. Reads past damage. Throws std::bad_alloc.
Iso9660Volumes first_volumes(const ByteSource &content);

/// The volumes of the last session, which Linux mounts too. If all descriptors are lost, searches the first 16 MiB for root directories. Empty if
/// there is no ISO 9660. Throws std::bad_alloc.
Iso9660Volumes find_volumes(const ByteSource &content, const std::stop_token &stop);

} // namespace cloop
