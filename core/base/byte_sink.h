// SPDX-License-Identifier: GPL-3.0-or-later
// Sequential output.

#pragma once

#include "base/byte_source.h"
#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace cloop {

class FileSink;

/// Used by one thread at a time. The output is complete when commit() has succeeded; a sink that is destroyed before leaves nothing behind (except a
/// pipe, which can't take bytes back).
class ByteSink {
public:
    virtual ~ByteSink() = default;

    /// This sink if it is a FileSink, else null.
    virtual FileSink *as_file() { return nullptr; }

    /// Appends. Errors: write_failed, no_space, file_too_large, cancelled.
    virtual Status write(std::span<const std::byte> bytes) = 0;

    /// Appends `count` zero bytes, as a hole if the sink supports it.
    virtual Status write_zeros(std::uint64_t count) = 0;

    /// Syncs the output and gives it its name.
    virtual Status commit() = 0;
};

/// A sink on a disc: its beginning can be written last, and all of it read back before it gets its name.
class FileSink : public ByteSink {
public:
    FileSink *as_file() override { return this; }

    /// Overwrites [offset, offset + bytes.size()), which must have been appended already.
    virtual Status patch(std::uint64_t offset, std::span<const std::byte> bytes) = 0;

    /// Syncs the output, drops it from the page cache and returns a source that reads it from the disc. Valid while the sink lives.
    virtual Result<SourcePtr> read_back() = 0;

    /// Removes the name that commit() gave: for an output of several sinks where a later one failed.
    virtual void withdraw() = 0;
};

} // namespace cloop
