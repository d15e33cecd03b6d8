#include "file/spool.h"

#include "file/file_io.h"
#include "file/file_source.h"
#include "file/new_file.h"

#include <vector>

namespace cloop {

Result<SourcePtr> spool(ByteStream &stream, const std::string &folder) {
    auto file = unnamed_file(folder);
    if (!file) return std::unexpected(std::move(file).error());
    std::vector<std::byte> buffer(1u << 20);
    for (;;) {
        auto got = stream.read(buffer);
        if (!got) return std::unexpected(std::move(got).error());
        if (*got == 0) break;
        CLOOP_TRY(write_fully(file->get(), std::span(buffer).first(*got), folder));
    }
    auto source = FileSource::adopt(std::move(*file), stream.name());
    if (!source) return std::unexpected(std::move(source).error());
    return std::move(*source);
}

} // namespace cloop
