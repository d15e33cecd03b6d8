// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/filtered_stream.h"

#include "source/packed_input.h"

#include <archive.h>

namespace cloop {

namespace {

using Filter = int (*)(archive *);

/// If libarchive lacks the library for a filter, it would start a program from PATH; a warning shows that, and the filter is omitted.
std::vector<Filter> filters_without_a_program() {
    std::vector<Filter> filters;
    for (const Filter filter : {archive_read_support_filter_bzip2, archive_read_support_filter_zstd, archive_read_support_filter_lz4,
                                archive_read_support_filter_compress})
        if (filter(ArchiveReader(archive_read_new()).get()) == ARCHIVE_OK) filters.push_back(filter);
    return filters;
}

} // namespace

Result<std::unique_ptr<UnpackedStream>> FilteredStream::open(const SourcePtr &source, const std::stop_token &stop) {
    static const std::vector<Filter> filters = filters_without_a_program();
    std::unique_ptr<FilteredStream> stream(new FilteredStream(source, stop));
    stream->reader_.reset(archive_read_new());
    archive *reader = stream->reader_.get();
    if (!reader) return fail(ErrorCode::out_of_memory);
    for (const Filter filter : filters) filter(reader);
    archive_read_support_format_raw(reader);
    archive_read_support_format_empty(reader);
    CLOOP_TRY(stream->feed_.open(reader));
    archive_entry *entry = nullptr;
    const int state = archive_read_next_header(reader, &entry);
    stream->has_ended_ = state == ARCHIVE_EOF;
    if (state != ARCHIVE_OK && state != ARCHIVE_EOF) return std::unexpected(stream->feed_.error(reader));
    // The client itself counts as one filter.
    if (archive_filter_count(reader) < 2) return nullptr;
    return stream;
}

Result<std::size_t> FilteredStream::read(std::span<std::byte> out) {
    if (has_ended_) return 0;
    const la_ssize_t got = archive_read_data(reader_.get(), out.data(), out.size());
    if (got < 0) return std::unexpected(feed_.error(reader_.get()));
    if (static_cast<std::size_t>(got) < out.size()) CLOOP_TRY(finish());
    return static_cast<std::size_t>(got);
}

/// Checks what follows the compressed data, because libarchive treats unknown data as the end.
Status FilteredStream::finish() {
    has_ended_ = true;
    PackedInput rest(source_, stop_);
    rest.take(static_cast<std::uint64_t>(archive_filter_bytes(reader_.get(), -1)));
    return rest.expect_padding();
}

} // namespace cloop
