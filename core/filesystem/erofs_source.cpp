// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesystem/erofs_source.h"

#include <algorithm>

namespace cloop {

ErofsSource::ErofsSource(std::shared_ptr<const Filesystem> filesystem, NodeId node, const ErofsFile &file)
    : filesystem_(std::move(filesystem)), file_(file), size_((*filesystem_)[node].size),
      name_(filesystem_->content().name() + ":" + filesystem_->path(node)) {}

Result<std::size_t> ErofsSource::read_at(std::uint64_t offset, std::span<std::byte> out) const {
    if (offset >= size_) return 0;
    if (file_.is_compressed) return fail(ErrorCode::compressed_inside, name_);
    out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size_ - offset)));
    for (std::size_t done = 0; done < out.size();) {
        const std::uint64_t at = offset + done, chunk = at / file_.chunk_size;
        const auto part = out.subspan(done, static_cast<std::size_t>(std::min<std::uint64_t>(out.size() - done, chunk_end(at) - at)));
        if (chunk >= file_.chunks.size()) return std::unexpected(Error{.code = ErrorCode::file_cut_short, .offset = at, .subject = name_});
        if (file_.chunks[static_cast<std::size_t>(chunk)] == ErofsFile::hole) std::ranges::fill(part, std::byte{0});
        else CLOOP_TRY(read_exactly(filesystem_->content(), file_.chunks[static_cast<std::size_t>(chunk)] + at % file_.chunk_size, part));
        done += part.size();
    }
    return out.size();
}

std::uint64_t ErofsSource::next_data(std::uint64_t offset) const {
    while (offset < size_ && !file_.is_compressed && offset / file_.chunk_size < file_.chunks.size() &&
           file_.chunks[static_cast<std::size_t>(offset / file_.chunk_size)] == ErofsFile::hole)
        offset = chunk_end(offset);
    return offset;
}

std::uint64_t ErofsSource::lost_until(std::uint64_t offset) const {
    if (file_.is_compressed || offset / file_.chunk_size >= file_.chunks.size()) return size_;
    const std::uint64_t begin = file_.chunks[static_cast<std::size_t>(offset / file_.chunk_size)];
    if (begin == ErofsFile::hole) return chunk_end(offset);
    const std::uint64_t at = begin + offset % file_.chunk_size;
    return std::min(chunk_end(offset), offset + (filesystem_->content().lost_until(at) - at));
}

} // namespace cloop
