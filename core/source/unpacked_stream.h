// SPDX-License-Identifier: GPL-3.0-or-later
// A file that one program packed as a whole (.gz, .xz, …), unpacked as it is read.

#pragma once

#include "base/byte_source.h"
#include "base/byte_stream.h"

#include <memory>
#include <stop_token>

namespace cloop {

/// At its end every check that the format has was looked at, and nothing but padding is left of the file.
class UnpackedStream : public ByteStream {
public:
    std::optional<std::uint64_t> size() const override { return std::nullopt; }
    virtual std::uint64_t consumed() const = 0;  ///< bytes of the packed file that were taken so far
};

/// Known by its first bytes: gzip, xz, lzip, .lzma, lzop, bzip2, zstd, lz4, compress. Null for any other file. No program is started.
/// Errors: archive_damaged, archive_cut_short, archive_method_unknown; those of the source; cancelled; out_of_memory.
Result<std::unique_ptr<UnpackedStream>> open_unpacked(const SourcePtr &source, const std::stop_token &stop);

} // namespace cloop
