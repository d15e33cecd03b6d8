// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/image_writer.h"

#include "base/precondition.h"
#include "file/file_io.h"
#include "file/new_file.h"

#include <algorithm>
#include <array>

namespace cloop {

namespace {

/// Streams are padded to whole CD sectors, so that the head on a burned disc ends at a sector's end.
constexpr std::uint64_t cd_sector = 2048;

Version version_of(ImageFormat format) { return format == ImageFormat::v2 ? Version::v2 : Version::v4; }

} // namespace

Result<ImageWriter> ImageWriter::begin(ByteSink &sink, ImageFormat format, std::uint32_t block_size, std::optional<std::uint64_t> content_size,
                                       const std::string &spool_folder) {
    CLOOP_PRE(is_valid_block_size(block_size));
    ImageWriter writer(sink, format);
    writer.block_size_ = block_size;
    if (format == ImageFormat::v4_stream) {
        CLOOP_TRY(writer.put(stream_prologue()));
        return writer;
    }
    writer.patchable_ = content_size ? sink.as_file() : nullptr;
    if (writer.patchable_) {
        const std::uint64_t blocks = (*content_size + block_size - 1) / block_size;
        if (8 * (blocks + 1) > max_index_size) return fail(ErrorCode::index_too_large, {}, std::to_string(blocks));
        writer.expected_blocks_ = static_cast<std::size_t>(blocks);
        writer.offset_ = head_size + 8 * (blocks + 1);
        CLOOP_TRY(sink.write_zeros(writer.offset_));
        return writer;
    }
    CLOOP_LET(spool, unnamed_file(spool_folder));
    writer.spool_ = std::move(spool);
    return writer;
}

Status ImageWriter::put(std::span<const std::byte> bytes) {
    CLOOP_TRY(spool_ ? write_fully(spool_.get(), bytes, "temporary file") : sink_->write(bytes));
    offset_ += bytes.size();
    return {};
}

Status ImageWriter::append(const Encoded &block) {
    if (8 * (index_.block_count() + 2) > max_index_size) return fail(ErrorCode::index_too_large, {}, std::to_string(index_.block_count() + 1));
    index_.add(offset_, static_cast<std::uint8_t>(block.codec));
    return put(block.bytes);
}

Status ImageWriter::finish(std::optional<std::uint64_t> noted_size) {
    Head head{.version = version_of(format_), .block_size = block_size_, .block_count = static_cast<std::uint32_t>(index_.block_count())};
    if (format_ == ImageFormat::v4_stream) return finish_stream(head, noted_size);
    if (spool_) return finish_spooled(head, noted_size);

    if (index_.block_count() != expected_blocks_) return fail(ErrorCode::source_changed);
    const auto bytes = make_head(head, noted_size);
    const auto index = std::move(index_).finish(offset_);
    CLOOP_TRY(patchable_->patch(0, bytes));
    return patchable_->patch(head_size, index);
}

Status ImageWriter::finish_stream(const Head &head, std::optional<std::uint64_t> noted_size) {
    const std::uint64_t end = offset_;
    const auto index = std::move(index_).finish(end);
    const std::uint64_t unpadded = end + index.size() + head_size;
    const std::array<std::byte, cd_sector> padding{};
    CLOOP_TRY(put(std::span(padding).first((cd_sector - unpadded % cd_sector) % cd_sector)));
    CLOOP_TRY(put(index));
    return put(make_head(head, noted_size));
}

/// Offsets of spooled blocks count from 0: move them by the size of head and index.
Status ImageWriter::finish_spooled(const Head &head, std::optional<std::uint64_t> noted_size) {
    const std::uint64_t data_begin = head_size + head.index_size();
    index_.move_by(data_begin);
    const std::uint64_t data_size = offset_;
    const UniqueFd spool = std::move(spool_);
    offset_ = 0;
    CLOOP_TRY(put(make_head(head, noted_size)));
    CLOOP_TRY(put(std::move(index_).finish(data_begin + data_size)));

    std::vector<std::byte> buffer(1u << 20);
    for (std::uint64_t done = 0; done < data_size;) {
        const std::span part(buffer.data(), static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), data_size - done)));
        CLOOP_LET(got, pread_fully(spool.get(), done, part, "temporary file"));
        CLOOP_TRY(put(part.first(got)));
        done += got;
    }
    return {};
}

} // namespace cloop
