// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/gzip_stream.h"

#include <algorithm>
#include <new>

namespace cloop {

GzipStream::GzipStream(PackedInput input) : input_(std::move(input)) {
    // 16: gzip format; zlib then verifies CRC and length of each member.
    if (::inflateInit2(&inflater_, 16 + MAX_WBITS) != Z_OK) throw std::bad_alloc();
}

GzipStream::~GzipStream() { ::inflateEnd(&inflater_); }

bool GzipStream::is_packed(std::span<const std::byte> begin) {
    return begin.size() >= 3 && begin[0] == std::byte{0x1F} && begin[1] == std::byte{0x8B} && begin[2] == std::byte{8};
}

Result<std::size_t> GzipStream::read(std::span<std::byte> out) {
    std::size_t filled = 0;
    while (filled < out.size() && !has_ended_) {
        CLOOP_LET(next, input_.peek());
        if (next.empty()) return fail(ErrorCode::archive_cut_short, name());
        const auto room = static_cast<uInt>(std::min<std::size_t>(out.size() - filled, 1 << 30));
        // zlib's interface lacks const.
        inflater_.next_in = reinterpret_cast<Bytef *>(const_cast<std::byte *>(next.data()));
        inflater_.avail_in = static_cast<uInt>(next.size());
        inflater_.next_out = reinterpret_cast<Bytef *>(out.data() + filled);
        inflater_.avail_out = room;
        const int state = ::inflate(&inflater_, Z_NO_FLUSH);
        input_.take(next.size() - inflater_.avail_in);
        filled += room - inflater_.avail_out;
        if (state == Z_MEM_ERROR) return fail(ErrorCode::out_of_memory);
        if (state == Z_STREAM_END) CLOOP_TRY(begin_next_member());
        else if (state != Z_OK) return fail(ErrorCode::archive_damaged, name(), inflater_.msg ? inflater_.msg : "gzip");
    }
    return filled;
}

Status GzipStream::begin_next_member() {
    CLOOP_LET(next, input_.peek());
    if (!next.empty() && next.front() == std::byte{0x1F}) {
        ::inflateReset(&inflater_);
        return {};
    }
    has_ended_ = true;
    return input_.expect_padding();
}

} // namespace cloop
