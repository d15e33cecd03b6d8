// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/lzma_stream.h"

#include "base/byte_order.h"

#include <bit>
#include <cstring>
#include <new>

namespace cloop {

namespace {

/// Limits the decoder's memory, because a file of half a megabyte may claim and fill a dictionary of 4 GiB. xz -9 needs 65 MiB.
std::uint64_t most_memory(std::uint64_t packed_size) { return (std::uint64_t{200} << 20) + 8 * packed_size; }

bool begins_with(std::span<const std::byte> bytes, std::string_view magic) {
    return bytes.size() >= magic.size() && std::memcmp(bytes.data(), magic.data(), magic.size()) == 0;
}

bool is_lzip(std::span<const std::byte> begin) { return begins_with(begin, "LZIP"); }

/// .lzma has no magic number: tests for the usual properties, a power of two as dictionary size, a length that is unknown or below 256 TiB.
bool is_lzma_alone(std::span<const std::byte> begin) {
    if (begin.size() < 13 || begin[0] != std::byte{0x5D}) return false;
    const auto dictionary = load_le<std::uint32_t>(begin.data() + 1);
    const auto length = load_le<std::uint64_t>(begin.data() + 5);
    return dictionary >= 4096 && std::has_single_bit(dictionary) && (length == UINT64_MAX || length < std::uint64_t{1} << 48);
}

} // namespace

LzmaStream::LzmaStream(PackedInput input) : input_(std::move(input)) {
    // liblzma's auto decoder rejects anything after lzip's last member, even padding.
    const auto begin = input_.peek();
    is_lzip_ = begin && is_lzip(*begin);
    const auto decoder = is_lzip_ ? ::lzma_lzip_decoder : ::lzma_auto_decoder;
    if (decoder(&decoder_, most_memory(input_.size()), LZMA_CONCATENATED) != LZMA_OK) throw std::bad_alloc();
}

bool LzmaStream::is_packed(std::span<const std::byte> begin) {
    using namespace std::string_view_literals;
    return begins_with(begin, "\xFD\x37zXZ\0"sv) || is_lzip(begin) || is_lzma_alone(begin);
}

Result<std::size_t> LzmaStream::read(std::span<std::byte> out) {
    decoder_.next_out = reinterpret_cast<std::uint8_t *>(out.data());
    decoder_.avail_out = out.size();
    while (decoder_.avail_out > 0 && !has_ended_) {
        CLOOP_LET(next, input_.peek());
        decoder_.next_in = reinterpret_cast<const std::uint8_t *>(next.data());
        decoder_.avail_in = next.size();
        const lzma_ret state = ::lzma_code(&decoder_, next.empty() ? LZMA_FINISH : LZMA_RUN);
        const std::size_t taken = next.size() - decoder_.avail_in;
        if (taken > 0) last_taken_ = next[taken - 1];
        input_.take(taken);
        switch (state) {
        case LZMA_OK: break;
        case LZMA_STREAM_END:
            has_ended_ = true;
            // A member ends with the upper byte of its size, which is 0. If not, the decoder has consumed part of another magic number.
            if (is_lzip_ && last_taken_ != std::byte{0}) return fail(ErrorCode::archive_cut_short, name());
            CLOOP_TRY(input_.expect_padding());
            break;
        case LZMA_MEM_ERROR: return fail(ErrorCode::out_of_memory);
        case LZMA_MEMLIMIT_ERROR:
            return fail(ErrorCode::archive_needs_memory, name(), std::to_string(::lzma_memusage(&decoder_)));
        case LZMA_OPTIONS_ERROR: return fail(ErrorCode::archive_method_unknown, name(), "LZMA");
        case LZMA_BUF_ERROR: return fail(ErrorCode::archive_cut_short, name());
        default: return fail(ErrorCode::archive_damaged, name(), "LZMA");
        }
    }
    return out.size() - decoder_.avail_out;
}

} // namespace cloop
