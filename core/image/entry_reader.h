// SPDX-License-Identifier: GPL-3.0-or-later
// Reads single index entries on demand, so that a head with too large a count costs nothing.

#pragma once

#include "base/byte_source.h"
#include "format/head.h"

#include <vector>

namespace cloop {

/// Used by one thread at a time. `file` must outlive the reader.
class EntryReader {
public:
    /// Uses version, place, index_offset and byte order of `head`; its block count only limits reading ahead.
    EntryReader(const ByteSource &file, const Head &head) : file_(file), head_(head) {}

    /// Entry i with its codec; 0 if it can't be read, none if it lies past the end of the file.
    std::optional<std::uint64_t> operator()(std::uint64_t entry);

private:
    const ByteSource &file_;
    Head head_;
    std::uint64_t begin_ = 0;        ///< of page_ in the file
    std::vector<std::byte> page_{};  ///< the last read
};

/// [offset, offset + size) of the file, up to its end; zeros for unreadable sectors.
std::vector<std::byte> read_what_can_be(const ByteSource &file, std::uint64_t offset, std::uint64_t size);

} // namespace cloop
