// SPDX-License-Identifier: GPL-3.0-or-later
// Decompresses a file compressed as a whole (.gz, .xz, …) while it is read.

#pragma once

#include "base/byte_source.h"
#include "base/byte_stream.h"

#include <memory>
#include <stop_token>

namespace cloop {

/// When read() returns the end, all checks of the format have passed, and only padding is left in the file.
class UnpackedStream : public ByteStream {
public:
    std::optional<std::uint64_t> size() const override { return std::nullopt; }
    virtual std::uint64_t consumed() const = 0;  ///< bytes of the compressed file used so far
};

/// Recognised by the first bytes: gzip, xz, lzip, .lzma, lzop, bzip2, zstd, lz4, compress. Null for any other file. Starts no program.
/// Errors: archive_damaged, archive_cut_short, archive_method_unknown; those of the source; cancelled; out_of_memory.
Result<std::unique_ptr<UnpackedStream>> open_unpacked(const SourcePtr &source, const std::stop_token &stop);

} // namespace cloop
