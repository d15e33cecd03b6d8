// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/byte_source.h"

namespace cloop {

Status read_exactly(const ByteSource &source, std::uint64_t offset, std::span<std::byte> out) {
    CLOOP_LET(got, source.read_at(offset, out));
    if (got != out.size())
        return std::unexpected(Error{.code = ErrorCode::source_changed, .offset = offset + got, .subject = source.name()});
    return {};
}

} // namespace cloop
