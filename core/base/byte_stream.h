// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes in order, once: what goes into an image.

#pragma once

#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace cloop {

/// Threads: used by one at a time.
class ByteStream {
public:
    virtual ~ByteStream() = default;

    /// Length in bytes where it is known before the end.
    virtual std::optional<std::uint64_t> size() const = 0;

    virtual const std::string &name() const = 0;

    /// Fills `out` whole unless the stream ends; 0 bytes means the end.
    /// Errors: read_failed, source_changed (not as long as size() said), cancelled, what the source adds.
    virtual Result<std::size_t> read(std::span<std::byte> out) = 0;
};

} // namespace cloop
