// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/spool.h"

#include "file/file_io.h"
#include "file/file_source.h"
#include "file/new_file.h"

#include <vector>

namespace cloop {

Result<SourcePtr> spool(ByteStream &stream, const std::string &folder) {
    CLOOP_LET(file, unnamed_file(folder));
    std::vector<std::byte> buffer(1u << 20);
    for (;;) {
        CLOOP_LET(got, stream.read(buffer));
        if (got == 0) break;
        CLOOP_TRY(write_fully(file.get(), std::span(buffer).first(got), folder));
    }
    CLOOP_LET(source, FileSource::adopt(std::move(file), stream.name()));
    return std::move(source);
}

} // namespace cloop
