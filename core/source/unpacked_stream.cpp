// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/unpacked_stream.h"

#include "source/filtered_stream.h"
#include "source/gzip_stream.h"
#include "source/lzma_stream.h"
#include "source/lzop_stream.h"

namespace cloop {

Result<std::unique_ptr<UnpackedStream>> open_unpacked(const SourcePtr &source, const std::stop_token &stop) {
    PackedInput input(source, stop);
    CLOOP_LET(begin, input.peek());
    // Not by libarchive, which does not verify gzip's CRC, allows LZMA dictionaries up to 1 GiB, and starts a program for .lzo.
    if (GzipStream::is_packed(begin)) return std::make_unique<GzipStream>(std::move(input));
    if (LzmaStream::is_packed(begin)) return std::make_unique<LzmaStream>(std::move(input));
    if (LzopStream::is_packed(begin)) return std::make_unique<LzopStream>(std::move(input));
    return FilteredStream::open(source, stop);
}

} // namespace cloop
