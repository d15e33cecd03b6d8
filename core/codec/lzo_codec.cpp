// SPDX-License-Identifier: GPL-3.0-or-later
// LZO1X blocks. They carry no check.

#include "codec/codec_factories.h"

#include <lzo/lzo1x.h>

#include <algorithm>
#include <array>

namespace cloop {

namespace {

/// LZO's documentation requires the call, which only checks that library and header agree.
const bool lzo_is_ready = lzo_init() == LZO_E_OK;

unsigned char *octets(std::byte *bytes) { return reinterpret_cast<unsigned char *>(bytes); }
const unsigned char *octets(const std::byte *bytes) { return reinterpret_cast<const unsigned char *>(bytes); }

class LzoDecoder final : public Decoder {
public:
    Result<Decoded> decode(std::span<const std::byte> stored, std::span<std::byte> raw) override {
        lzo_uint size = raw.size();
        const int state = inflate(stored, raw, size);
        if (state == LZO_E_OK && size == raw.size()) return Decoded{Check::absent, stored.size()};
        // A block ends with the instruction 11 00 00, which may also occur inside it.
        constexpr std::array end{std::byte{0x11}, std::byte{0}, std::byte{0}};
        auto at = stored.begin();
        for (int tries = 0; tries < 64 && state == LZO_E_INPUT_NOT_CONSUMED && size == raw.size(); ++tries) {
            const auto found = std::search(at, stored.end(), end.begin(), end.end());
            if (found == stored.end()) break;
            at = found + 1;
            const auto length = static_cast<std::size_t>(found - stored.begin()) + end.size();
            if (lzo_uint got = raw.size(); inflate(stored.first(length), raw, got) == LZO_E_OK && got == raw.size())
                return Decoded{Check::absent, length};
        }
        return fail(ErrorCode::block_damaged);
    }

    std::optional<std::size_t> raw_size(std::span<const std::byte> stored, std::size_t limit) override {
        return grow_until_decoded(limit, [&](std::span<std::byte> raw) -> std::optional<std::size_t> {
            lzo_uint size = raw.size();
            const int state = inflate(stored, raw, size);
            if (state == LZO_E_OUTPUT_OVERRUN) return std::nullopt;
            return state == LZO_E_OK ? size : 0;
        });
    }

private:
    static int inflate(std::span<const std::byte> stored, std::span<std::byte> raw, lzo_uint &size) {
        return lzo_is_ready ? lzo1x_decompress_safe(octets(stored.data()), stored.size(), octets(raw.data()), &size, nullptr) : LZO_E_ERROR;
    }
};

class LzoEncoder final : public Encoder {
public:
    LzoEncoder(int level, std::size_t block_size)
        : level_(level), work_(LZO1X_999_MEM_COMPRESS), buffer_(block_size + block_size / 16 + 64 + 3) {}  // LZO's own bound

    std::optional<Encoded> encode(std::span<const std::byte> raw) override {
        lzo_uint stored = buffer_.size();
        if (lzo1x_999_compress_level(octets(raw.data()), raw.size(), octets(buffer_.data()), &stored, work_.data(), nullptr, 0, nullptr, level_) !=
                LZO_E_OK ||
            stored >= raw.size())
            return std::nullopt;
        return Encoded{CodecId::lzo, {buffer_.data(), stored}};
    }

private:
    int level_;
    std::vector<std::byte> work_;
    std::vector<std::byte> buffer_;
};

} // namespace

std::unique_ptr<Decoder> make_lzo_decoder() { return std::make_unique<LzoDecoder>(); }
std::unique_ptr<Encoder> make_lzo_encoder(const Encoding &encoding, std::size_t block_size) {
    return std::make_unique<LzoEncoder>(encoding.level, block_size);
}

const char *version_of_lzo() { return lzo_version_string(); }

} // namespace cloop
