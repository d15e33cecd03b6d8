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
    // libarchive never looks at gzip's CRC; it has no limit for LZMA's dictionary but 1 GiB; for .lzo it would start a program.
    if (GzipStream::is_packed(begin)) return std::make_unique<GzipStream>(std::move(input));
    if (LzmaStream::is_packed(begin)) return std::make_unique<LzmaStream>(std::move(input));
    if (LzopStream::is_packed(begin)) return std::make_unique<LzopStream>(std::move(input));
    return FilteredStream::open(source, stop);
}

} // namespace cloop
