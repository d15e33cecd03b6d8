// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes at any offset: a file, a drive, a split set, the content of an image.

#pragma once

#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace cloop {

/// Threads: every member may be called from any thread at any time.
class ByteSource {
public:
    virtual ~ByteSource() = default;

    /// Length in bytes; does not change.
    virtual std::uint64_t size() const = 0;

    /// Number of stored bytes: fewer than size() where the content is compressed. Used to bound memory by what is really there.
    virtual std::uint64_t stored_size() const { return size(); }

    /// Name for messages.
    virtual const std::string &name() const = 0;

    /// Reads [offset, offset + out.size()). Short only at the end of the source.
    /// Errors: read_failed with the offset; those of BlockReader (block_damaged…) where the source is the content of an image.
    virtual Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const = 0;

    /// The next offset at or after `offset` that may hold a byte other than zero, or size(). A hint for holes.
    virtual std::uint64_t next_data(std::uint64_t offset) const { return offset; }

    /// End of the piece that is lost if the byte at `offset` can't be read: where reading past damage continues.
    virtual std::uint64_t lost_until(std::uint64_t offset) const { return offset / 2048 * 2048 + 2048; }

    /// Error: source_changed, if it was written to since it was opened.
    virtual Status check_unchanged() const { return {}; }
};

using SourcePtr = std::shared_ptr<const ByteSource>;

/// Fills all of `out`; a source that ends before is an error (`source_changed`, because its size() promised more).
Status read_exactly(const ByteSource &source, std::uint64_t offset, std::span<std::byte> out);

} // namespace cloop
