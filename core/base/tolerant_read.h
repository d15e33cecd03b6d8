// SPDX-License-Identifier: GPL-3.0-or-later
// Reads past damage, and reports which bytes are lost.

#pragma once

#include "base/byte_source.h"
#include "base/extent.h"

#include <vector>

namespace cloop {

/// Adjacent bytes of a source that are lost for the same reason.
struct LostRange {
    Extent extent;
    Error error;  ///< of the first byte
};

/// Appends a range; merges it with the last one if it is adjacent and has the same cause.
void append_lost(std::vector<LostRange> &ranges, LostRange range);

/// Fills `out` with [offset, offset + out.size()) of the source; zeros where it can't be read or has ended. Returns the lost ranges of the source, in
/// order. Throws std::bad_alloc if the source runs out of memory, which is not damage.
std::vector<LostRange> read_past_damage(const ByteSource &source, std::uint64_t offset, std::span<std::byte> out);

struct TolerantRead {
    std::vector<std::byte> bytes;
    std::vector<Extent> lost;  ///< ranges of `bytes`

    /// Whether any byte of `part` is lost.
    bool is_lost(Extent part) const {
        for (const Extent &extent : lost)
            if (part.end() > extent.offset && part.offset < extent.end()) return true;
        return false;
    }
};

/// The same, into a new buffer.
TolerantRead read_past_damage(const ByteSource &source, std::uint64_t offset, std::size_t size);

/// Reads a source in order, past damage. A lost piece is tried only once, however small the reads, because a drive takes seconds for each try.
/// `source` must outlive the reader.
class TolerantReader {
public:
    explicit TolerantReader(const ByteSource &source) : source_(source) {}

    /// The next out.size() bytes; lost ones are zeros. Pre: the source is that long. Throws as read_past_damage().
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
