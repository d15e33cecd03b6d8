// SPDX-License-Identifier: GPL-3.0-or-later
// Reads past damage: what can be had, and what not.

#pragma once

#include "base/byte_source.h"
#include "base/extent.h"

#include <vector>

namespace cloop {

/// Bytes of a source in a row that can't be had, all for the same reason.
struct LostRange {
    Extent extent;
    Error error;  ///< of its first byte
};

/// Adds a range behind those of `ranges`; neighbours of one cause become one.
void append_lost(std::vector<LostRange> &ranges, LostRange range);

/// Fills `out` with [offset, offset + out.size()) of the source, zeros where it can't be read or has ended. Gives the ranges of the source
/// that were lost, in order. Throws std::bad_alloc where the source has too little memory: nothing is lost then.
std::vector<LostRange> read_past_damage(const ByteSource &source, std::uint64_t offset, std::span<std::byte> out);

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

/// Reads a source in order, past damage. A lost piece is tried once, in however small steps it is read: a drive takes seconds for each try.
/// `source` stays the caller's.
class TolerantReader {
public:
    explicit TolerantReader(const ByteSource &source) : source_(source) {}

    /// The next out.size() bytes, zeros where they are lost. Pre: the source is that long. Throws as read_past_damage().
    void read(std::span<std::byte> out);

    std::uint64_t offset() const { return offset_; }                ///< of the next byte
    const std::vector<LostRange> &lost() const { return lost_; }    ///< so far, in order

private:
    const ByteSource &source_;
    std::uint64_t offset_ = 0;
    std::uint64_t lost_until_ = 0;  ///< where the last lost piece ends
    std::vector<LostRange> lost_;
};

} // namespace cloop
