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

    /// How many bytes stand behind the content: fewer where it is compressed. Code that sizes memory by what is there asks this.
    virtual std::uint64_t stored_size() const { return size(); }

    /// Name for messages.
    virtual const std::string &name() const = 0;

    /// Reads [offset, offset + out.size()). Gives fewer bytes only where the source ends.
    /// Errors: read_failed with the offset; what an image adds (block_damaged…) where the source is the content of one.
    virtual Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const = 0;

    /// The next offset at or after `offset` that may hold something other than zero, or size(). A hint for holes.
    virtual std::uint64_t next_data(std::uint64_t offset) const { return offset; }

    /// Where the piece ends that is lost with the byte at `offset` when that can't be read: reading past damage goes on there.
    virtual std::uint64_t lost_until(std::uint64_t offset) const { return offset / 2048 * 2048 + 2048; }

    /// Error: source_changed, where it was written to since it was opened.
    virtual Status check_unchanged() const { return {}; }
};

using SourcePtr = std::shared_ptr<const ByteSource>;

/// Fills `out` whole; a source that ends before is an error (`source_changed`: its size said otherwise).
Status read_exactly(const ByteSource &source, std::uint64_t offset, std::span<std::byte> out);

} // namespace cloop
