// SPDX-License-Identifier: GPL-3.0-or-later
// Which volumes a disc has, and where: the descriptors of the last session, or root directories that were found though these are lost.

#pragma once

#include "base/byte_source.h"
#include "filesystem/iso9660_records.h"

#include <optional>
#include <stop_token>

namespace cloop {

struct Iso9660Volumes {
    std::optional<VolumeDescriptor> primary;
    std::optional<VolumeDescriptor> joliet;
    std::uint64_t session = 0;          ///< bytes: where the session begins that is read, the last one
    std::uint64_t descriptors_end = 0;  ///< bytes
    bool has_lost_descriptors = false;  ///< what can't be read, or has become zeros, may have been one

    bool is_empty() const { return !primary && !joliet; }
};

/// The descriptors of the first session. Reads past damage. Throws std::bad_alloc.
Iso9660Volumes first_volumes(const ByteSource &content);

/// The volumes to be read: those of the last session, as Linux mounts a disc. Where all descriptors are lost, root directories are looked for
/// in the first 16 MiB. Empty where there is no ISO 9660. Throws std::bad_alloc.
Iso9660Volumes find_volumes(const ByteSource &content, const std::stop_token &stop);

} // namespace cloop
