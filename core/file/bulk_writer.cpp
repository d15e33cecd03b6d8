// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/bulk_writer.h"

#include "file/file_io.h"

#include <fcntl.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace cloop {

namespace {

constexpr std::size_t piece = 1u << 20;

/// Alignment for direct I/O of memory, offset and length, because no drive has larger sectors.
constexpr std::size_t alignment = 4096;

} // namespace

Status BulkWriter::write(std::uint64_t offset, std::span<const std::byte> bytes, std::string_view name) {
    if (offset != begin_ + filled_) CLOOP_TRY(empty_buffer(name));
    if (!buffer_) {
        buffer_.reset(static_cast<std::byte *>(std::aligned_alloc(alignment, piece)));
        if (!buffer_) throw std::bad_alloc();
    }
    if (filled_ == 0) begin_ = offset;
    while (!bytes.empty()) {
        const auto now = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), piece - begin_ % piece - filled_));
        std::memcpy(buffer_.get() + filled_, bytes.data(), now);
        filled_ += now;
        bytes = bytes.subspan(now);
        if ((begin_ + filled_) % piece == 0) CLOOP_TRY(empty_buffer(name));
    }
    return {};
}

Status BulkWriter::flush(std::string_view name) {
    CLOOP_TRY(empty_buffer(name));
    buffer_.reset();
    set_direct(false);
    return {};
}

Status BulkWriter::empty_buffer(std::string_view name) {
    const std::span<const std::byte> bytes(buffer_.get(), filled_);
    const std::size_t aligned = begin_ % alignment == 0 ? bytes.size() / alignment * alignment : 0;
    CLOOP_TRY(put(bytes.first(aligned), true, name));
    CLOOP_TRY(put(bytes.subspan(aligned), false, name));
    return {};
}

Status BulkWriter::put(std::span<const std::byte> bytes, bool is_aligned, std::string_view name) {
    if (bytes.empty()) return {};
    set_direct(is_aligned && has_direct_);
    auto written = pwrite_fully(fd_, begin_, bytes, name);
    // Some file systems accept O_DIRECT but refuse the write.
    if (!written && is_direct_ && written.error().sys == EINVAL) {
        has_direct_ = false;
        set_direct(false);
        written = pwrite_fully(fd_, begin_, bytes, name);
    }
    if (!written) return written;
    begin_ += bytes.size();
    filled_ -= bytes.size();
    return {};
}

void BulkWriter::set_direct(bool is_direct) {
    if (is_direct == is_direct_) return;
    const int flags = ::fcntl(fd_, F_GETFL);
    if (::fcntl(fd_, F_SETFL, is_direct ? flags | O_DIRECT : flags & ~O_DIRECT) == 0) is_direct_ = is_direct;
    else has_direct_ = false;
}

} // namespace cloop
