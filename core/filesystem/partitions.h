// SPDX-License-Identifier: GPL-3.0-or-later
// The partitions in the content of a whole disc: of an MBR, with logical ones, or of a GPT. Sectors have 512 bytes.

#pragma once

#include "base/byte_source.h"
#include "base/extent.h"

#include <algorithm>
#include <vector>

namespace cloop {

struct Partition {
    unsigned number = 0;  ///< as the kernel counts: 1 for the first one, 5 for the first logical one
    Extent extent;        ///< within the content, and not empty

    bool operator==(const Partition &) const = default;
};

/// By number; those that lie within the content. Reads past damage. Throws std::bad_alloc.
std::vector<Partition> partitions_of(const ByteSource &content);

/// A part of another source. Threads: as that.
class PartSource final : public ByteSource {
public:
    /// Pre: the part lies within the source.
    PartSource(SourcePtr source, Extent part) : source_(std::move(source)), part_(part) {}

    std::uint64_t size() const override { return part_.size; }
    std::uint64_t stored_size() const override { return std::min(part_.size, source_->stored_size()); }
    const std::string &name() const override { return source_->name(); }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override;
    std::uint64_t lost_until(std::uint64_t offset) const override;

private:
    SourcePtr source_;
    Extent part_;
};

} // namespace cloop
