// SPDX-License-Identifier: GPL-3.0-or-later
// Single entries of an index, read from the file as they are asked for: a head that says too much costs nothing.

#pragma once

#include "base/byte_source.h"
#include "format/head.h"

#include <vector>

namespace cloop {

/// Threads: one at a time. `file` must stay.
class EntryReader {
public:
    /// Of version, place, index_offset and byte order of `head`; its block count bounds nothing but what is read beforehand.
    EntryReader(const ByteSource &file, const Head &head) : file_(file), head_(head) {}

    /// Entry i with its codec; 0 where it can't be read, none where the file does not have it.
    std::optional<std::uint64_t> operator()(std::uint64_t entry);

private:
    const ByteSource &file_;
    Head head_;
    std::uint64_t begin_ = 0;        ///< of page_ in the file
    std::vector<std::byte> page_{};  ///< what was read last
};

/// [offset, offset + size) of the file as far as it goes; zeros for sectors that can't be read.
std::vector<std::byte> read_what_can_be(const ByteSource &file, std::uint64_t offset, std::uint64_t size);

} // namespace cloop
