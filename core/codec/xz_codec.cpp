// SPDX-License-Identifier: GPL-3.0-or-later
// xz: one complete .xz stream per block, as the kernel's decoder requires: CRC32, a dictionary no larger than the block.

#include "codec/codec_factories.h"

#include <lzma.h>

#include <algorithm>
#include <array>
#include <new>

namespace cloop {

namespace {

/// Streams for blocks need less; a hostile stream may claim a dictionary of 4 GiB.
constexpr std::uint64_t decoder_memory = 192u << 20;

class XzDecoder final : public Decoder {
public:
    ~XzDecoder() override { lzma_end(&stream_); }

    Result<Decoded> decode(std::span<const std::byte> stored, std::span<std::byte> raw) override {
        CLOOP_TRY(start(stored));
        stream_.next_out = reinterpret_cast<std::uint8_t *>(raw.data());
        stream_.avail_out = raw.size();
        Check check = Check::passed;
        lzma_ret state;
        while ((state = lzma_code(&stream_, LZMA_FINISH)) == LZMA_NO_CHECK || state == LZMA_UNSUPPORTED_CHECK || state == LZMA_OK) {
            if (state != LZMA_OK) check = Check::absent;
            else if (stream_.avail_out == 0 && stream_.avail_in == 0) break;
        }
        if (state == LZMA_MEM_ERROR) return fail(ErrorCode::out_of_memory);
        if (state != LZMA_STREAM_END || stream_.avail_out != 0) return fail(ErrorCode::block_damaged);
        return Decoded{check, stored.size() - stream_.avail_in};
    }

    std::optional<std::size_t> raw_size(std::span<const std::byte> stored, std::size_t limit) override {
        if (!start(stored)) return std::nullopt;
        std::vector<std::uint8_t> window(64u << 10);
        for (std::size_t size = 0; size <= limit;) {
            stream_.next_out = window.data();
            stream_.avail_out = window.size();
            const lzma_ret state = lzma_code(&stream_, LZMA_FINISH);
            size += window.size() - stream_.avail_out;
            if (state == LZMA_STREAM_END) return size <= limit ? std::optional(size) : std::nullopt;
            if (state != LZMA_OK && state != LZMA_NO_CHECK && state != LZMA_UNSUPPORTED_CHECK) return std::nullopt;
            if (state == LZMA_OK && stream_.avail_out == window.size()) return std::nullopt;
        }
        return std::nullopt;
    }

private:
    /// Reuses the lzma_stream, which keeps its memory.
    Status start(std::span<const std::byte> stored) {
        if (lzma_stream_decoder(&stream_, decoder_memory, LZMA_TELL_NO_CHECK | LZMA_TELL_UNSUPPORTED_CHECK) != LZMA_OK)
            return fail(ErrorCode::out_of_memory);
        stream_.next_in = reinterpret_cast<const std::uint8_t *>(stored.data());
        stream_.avail_in = stored.size();
        return {};
    }

    lzma_stream stream_ = LZMA_STREAM_INIT;
};

/// x86 code has many calls and jumps (E8, E9) with a small 32-bit distance, whose top byte is 00 or FF.
bool looks_like_x86(std::span<const std::byte> raw) {
    std::size_t found = 0;
    for (std::size_t at = 0; at + 4 < raw.size(); ++at) {
        if ((raw[at] & std::byte{0xFE}) != std::byte{0xE8}) continue;
        if (raw[at + 4] == std::byte{0x00} || raw[at + 4] == std::byte{0xFF}) ++found;
    }
    return found > raw.size() / 512;
}

class XzEncoder final : public Encoder {
public:
    XzEncoder(int level, std::size_t block_size) : buffers_{std::vector<std::byte>(block_size - 1), std::vector<std::byte>(block_size - 1)} {
        lzma_lzma_preset(&options_, static_cast<std::uint32_t>(level) | (level == 9 ? LZMA_PRESET_EXTREME : 0u));
        options_.dict_size = std::clamp<std::uint32_t>(static_cast<std::uint32_t>(block_size), LZMA_DICT_SIZE_MIN, options_.dict_size);
    }
    ~XzEncoder() override { lzma_end(&stream_); }

    std::optional<Encoded> encode(std::span<const std::byte> raw) override {
        const lzma_filter plain[] = {{LZMA_FILTER_LZMA2, &options_}, {LZMA_VLI_UNKNOWN, nullptr}};
        const std::size_t size = run(plain, raw, buffers_[0]);
        std::span<const std::byte> smallest(buffers_[0].data(), size);
        if (looks_like_x86(raw)) {
            const lzma_filter x86[] = {{LZMA_FILTER_X86, nullptr}, {LZMA_FILTER_LZMA2, &options_}, {LZMA_VLI_UNKNOWN, nullptr}};
            const std::size_t filtered = run(x86, raw, buffers_[1]);
            if (filtered != 0 && (size == 0 || filtered < size)) smallest = {buffers_[1].data(), filtered};
        }
        if (smallest.empty()) return std::nullopt;
        return Encoded{CodecId::xz, smallest};
    }

private:
    /// Returns 0 if the block did not shrink.
    std::size_t run(const lzma_filter *filters, std::span<const std::byte> raw, std::vector<std::byte> &out) {
        if (lzma_stream_encoder(&stream_, filters, LZMA_CHECK_CRC32) != LZMA_OK) throw std::bad_alloc();
        stream_.next_in = reinterpret_cast<const std::uint8_t *>(raw.data());
        stream_.avail_in = raw.size();
        stream_.next_out = reinterpret_cast<std::uint8_t *>(out.data());
        stream_.avail_out = out.size();
        return lzma_code(&stream_, LZMA_FINISH) == LZMA_STREAM_END ? out.size() - stream_.avail_out : 0;
    }

    lzma_stream stream_ = LZMA_STREAM_INIT;
    lzma_options_lzma options_{};
    std::vector<std::byte> buffers_[2];  ///< shorter than a block
};

} // namespace

std::unique_ptr<Decoder> make_xz_decoder() { return std::make_unique<XzDecoder>(); }
std::unique_ptr<Encoder> make_xz_encoder(const Encoding &encoding, std::size_t block_size) {
    return std::make_unique<XzEncoder>(encoding.level, block_size);
}

const char *version_of_liblzma() { return lzma_version_string(); }

bool begins_like_xz(std::span<const std::byte> stored) {
    constexpr std::array magic{std::byte{0xFD}, std::byte{'7'}, std::byte{'z'}, std::byte{'X'}, std::byte{'Z'}, std::byte{0}};
    return stored.size() >= magic.size() && std::equal(magic.begin(), magic.end(), stored.begin());
}

} // namespace cloop
