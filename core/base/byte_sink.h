// SPDX-License-Identifier: GPL-3.0-or-later
// Where bytes go, in order.

#pragma once

#include "base/byte_source.h"
#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace cloop {

class FileSink;

/// Threads: used by one at a time. Nothing is complete before commit() has succeeded; a sink that is destroyed
/// without it leaves nothing behind (a pipe excepted: what went through has gone).
class ByteSink {
public:
    virtual ~ByteSink() = default;

    /// This sink where it is one on a disc, else null.
    virtual FileSink *as_file() { return nullptr; }

    /// Appends. Errors: write_failed, no_space, file_too_large, cancelled.
    virtual Status write(std::span<const std::byte> bytes) = 0;

    /// Appends `count` zero bytes, as a hole where the sink has holes.
    virtual Status write_zeros(std::uint64_t count) = 0;

    /// Makes what was written lasting, and gives it its name.
    virtual Status commit() = 0;
};

/// A sink on a disc: its beginning can be written last, and all of it read back before it gets its name.
class FileSink : public ByteSink {
public:
    FileSink *as_file() override { return this; }

    /// Overwrites [offset, offset + bytes.size()), which must have been appended already.
    virtual Status patch(std::uint64_t offset, std::span<const std::byte> bytes) = 0;

    /// Brings what was written to the disc, and gives it back from there: the page cache is dropped. Valid while the sink lives.
    virtual Result<SourcePtr> read_back() = 0;

    /// Takes back what commit() has named: for a whole of several sinks, of which a later one failed.
    virtual void withdraw() = 0;
};

} // namespace cloop
