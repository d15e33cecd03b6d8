// Reads past damage: what can be had, and what not.

#pragma once

#include "filesystem/filesystem.h"

namespace cloop {

struct TolerantRead {
    std::vector<std::byte> bytes;  ///< zeros where nothing could be read
    std::vector<Extent> lost;      ///< ranges within `bytes` that could not be read, in order, not touching
    bool is_lost(std::uint64_t at) const {
        for (const Extent &extent : lost)
            if (at >= extent.offset && at < extent.offset + extent.size) return true;
        return false;
    }
};

/// [offset, offset + size) of the source; what lies behind its end is lost. `errors`, where given, gets one for each granule lost.
TolerantRead read_past_damage(const ByteSource &source, std::uint64_t offset, std::size_t size, std::vector<Error> *errors = nullptr);

} // namespace cloop
