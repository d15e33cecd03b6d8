// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/lzop_stream.h"

#include "base/byte_order.h"

#include <lzo/lzo1x.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace cloop {

namespace {

// The format is defined only by lzop's source.
constexpr unsigned char magic[] = {0x89, 'L', 'Z', 'O', 0, '\r', '\n', 0x1A, '\n'};
constexpr std::uint32_t adler_of_raw = 0x1, adler_of_stored = 0x2, extra_field = 0x40, crc_of_raw = 0x100, crc_of_stored = 0x200, filter = 0x800,
                        crc_of_header = 0x1000;
constexpr std::uint16_t with_level = 0x0940;       ///< from this version on, the header has three more fields
constexpr std::uint32_t longest_block = 64 << 20;  ///< lzop's limit; it writes 256 KiB

std::uint32_t sum(std::span<const std::byte> bytes, bool is_crc) {
    const auto *begin = reinterpret_cast<const Bytef *>(bytes.data());
    return static_cast<std::uint32_t>(is_crc ? ::crc32_z(0, begin, bytes.size()) : ::adler32_z(1, begin, bytes.size()));
}

/// Reads the header and keeps its bytes for the checksum.
class HeaderReader {
public:
    explicit HeaderReader(PackedInput &input) : input_(input) {}

    template <class T> Result<T> number() {
        std::array<std::byte, sizeof(T)> bytes;
        CLOOP_TRY(text(bytes));
        return load_be<T>(bytes.data());
    }
    Status text(std::span<std::byte> out) {
        CLOOP_TRY(input_.read(out));
        seen_.insert(seen_.end(), out.begin(), out.end());
        return {};
    }
    Status skip(std::size_t count) {
        std::vector<std::byte> bytes(count);
        return text(bytes);
    }
    Status check_sum(bool is_crc) {
        const std::uint32_t expected = sum(seen_, is_crc);
        CLOOP_LET(told, number<std::uint32_t>());
        seen_.clear();
        return told == expected ? Status() : fail(ErrorCode::archive_damaged, input_.name(), "lzop");
    }

private:
    PackedInput &input_;
    std::vector<std::byte> seen_;
};

} // namespace

bool LzopStream::is_packed(std::span<const std::byte> begin) {
    return begin.size() >= sizeof magic && std::memcmp(begin.data(), magic, sizeof magic) == 0;
}

Result<std::size_t> LzopStream::read(std::span<std::byte> out) {
    std::size_t filled = 0;
    while (filled < out.size() && !has_ended_) {
        if (block_begin_ == block_.size()) {
            CLOOP_TRY(is_within_file_ ? read_block() : begin_next_file());
            continue;
        }
        const std::size_t now = std::min(out.size() - filled, block_.size() - block_begin_);
        std::copy_n(block_.begin() + static_cast<std::ptrdiff_t>(block_begin_), now, out.begin() + static_cast<std::ptrdiff_t>(filled));
        block_begin_ += now;
        filled += now;
    }
    return filled;
}

/// lzop may concatenate several files.
Status LzopStream::begin_next_file() {
    CLOOP_LET(next, input_.peek());
    if (!next.empty() && next.front() == std::byte{magic[0]}) return read_header();
    has_ended_ = true;
    return input_.expect_padding();
}

Status LzopStream::read_header() {
    std::array<std::byte, sizeof magic> begin;
    CLOOP_TRY(input_.read(begin));
    if (!is_packed(begin)) return fail(ErrorCode::archive_damaged, name(), "lzop");
    HeaderReader header(input_);
    CLOOP_LET(version, header.number<std::uint16_t>());
    const bool is_long = version >= with_level;
    CLOOP_TRY(header.skip(is_long ? 6 : 3));  // versions of the library and needed, method, level
    CLOOP_LET(flags, header.number<std::uint32_t>());
    CLOOP_TRY(header.skip((flags & filter ? 4 : 0) + (is_long ? 12 : 8)));  // mode, times
    CLOOP_LET(length, header.number<std::uint8_t>());
    CLOOP_TRY(header.skip(length));
    CLOOP_TRY(header.check_sum(flags & crc_of_header));
    if (flags & filter) return fail(ErrorCode::archive_method_unknown, name(), "lzop");
    if (flags & extra_field) {
        CLOOP_LET(extra, header.number<std::uint32_t>());
        if (extra > (1 << 20)) return fail(ErrorCode::archive_damaged, name(), "lzop");
        CLOOP_TRY(header.skip(extra));
        CLOOP_TRY(header.check_sum(flags & crc_of_header));
    }
    flags_ = flags;
    is_within_file_ = true;
    return {};
}

Status LzopStream::read_block() {
    block_.clear();
    block_begin_ = 0;
    std::array<std::byte, 4> bytes;
    const auto next = [&]() -> Result<std::uint32_t> {
        CLOOP_TRY(input_.read(bytes));
        return load_be<std::uint32_t>(bytes.data());
    };
    CLOOP_LET(raw_size, next());
    if (raw_size == 0) {
        is_within_file_ = false;
        return {};
    }
    CLOOP_LET(stored_size, next());
    if (raw_size > longest_block || stored_size > raw_size || stored_size == 0) return fail(ErrorCode::archive_damaged, name(), "lzop");
    // A block that did not shrink is stored uncompressed, without a checksum of the stored bytes.
    const bool is_stored = stored_size == raw_size;
    struct Sum {
        std::uint32_t flag;
        bool is_crc, is_of_raw;
        std::uint32_t told = 0;
    } sums[] = {{adler_of_raw, false, true}, {crc_of_raw, true, true}, {adler_of_stored, false, false}, {crc_of_stored, true, false}};
    for (Sum &each : sums) {
        if (!each.is_of_raw && is_stored) each.flag = 0;
        if (!(flags_ & each.flag)) continue;
        CLOOP_LET(told, next());
        each.told = told;
    }
    auto &stored = is_stored ? block_ : stored_;
    stored.resize(stored_size);
    CLOOP_TRY(input_.read(stored));
    if (!is_stored) {
        block_.resize(raw_size);
        lzo_uint size = block_.size();
        if (::lzo1x_decompress_safe(reinterpret_cast<const unsigned char *>(stored_.data()), stored_.size(),
                                    reinterpret_cast<unsigned char *>(block_.data()), &size, nullptr) != LZO_E_OK ||
            size != block_.size())
            return fail(ErrorCode::archive_damaged, name(), "lzop");
    }
    for (const Sum &each : sums)
        if ((flags_ & each.flag) && sum(each.is_of_raw ? block_ : stored_, each.is_crc) != each.told)
            return fail(ErrorCode::archive_damaged, name(), "lzop");
    return {};
}

} // namespace cloop
