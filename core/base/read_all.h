// SPDX-License-Identifier: GPL-3.0-or-later
// A small source as a whole.

#pragma once

#include "base/byte_source.h"

#include <vector>

namespace cloop {

/// All bytes, at most `most`, because a size may be a lie. Errors: content_too_large; those of the source.
inline Result<std::vector<std::byte>> read_all(const ByteSource &source, std::uint64_t most = 256 << 20) {
    if (source.size() > most) return fail(ErrorCode::content_too_large, source.name());
    std::vector<std::byte> bytes(static_cast<std::size_t>(source.size()));
    CLOOP_TRY(read_exactly(source, 0, bytes));
    return bytes;
}

} // namespace cloop
