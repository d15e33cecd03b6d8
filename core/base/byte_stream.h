// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that are read once, in order: the input of an image.

#pragma once

#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace cloop {

/// Used by one thread at a time.
class ByteStream {
public:
    virtual ~ByteStream() = default;

    /// Length in bytes, if it is known before the end.
    virtual std::optional<std::uint64_t> size() const = 0;

    virtual const std::string &name() const = 0;

    /// Fills all of `out` unless the stream ends; 0 bytes means the end.
    /// Errors: read_failed, source_changed (not as long as size() said), cancelled, those of the source.
    virtual Result<std::size_t> read(std::span<std::byte> out) = 0;
};

} // namespace cloop
