// Reads past damage: what can be had, and what not.

#pragma once

#include "base/byte_source.h"
#include "base/extent.h"

#include <vector>

namespace cloop {

/// Fills `out` with [offset, offset + out.size()) of the source, zeros where it can't be read or has ended. Gives the ranges of `out` that
/// were lost, in order, not touching. `errors`, where given, gets one for each piece that was lost at once. Throws std::bad_alloc where
/// the source has too little memory: nothing is lost then.
std::vector<Extent> read_past_damage(const ByteSource &source, std::uint64_t offset, std::span<std::byte> out, std::vector<Error> *errors = nullptr);

struct TolerantRead {
    std::vector<std::byte> bytes;
    std::vector<Extent> lost;  ///< ranges of `bytes`

    /// Whether any of `part` is.
    bool is_lost(Extent part) const {
        for (const Extent &extent : lost)
            if (part.end() > extent.offset && part.offset < extent.end()) return true;
        return false;
    }
};

/// The same into memory of its own.
TolerantRead read_past_damage(const ByteSource &source, std::uint64_t offset, std::size_t size);

} // namespace cloop
