// SPDX-License-Identifier: GPL-3.0-or-later
// LZ4 blocks without a frame. They carry no check.

#include "codec/codec_factories.h"

#include <lz4.h>
#include <lz4hc.h>

#include <bit>
#include <string>

namespace cloop {

namespace {

char *chars(std::byte *bytes) { return reinterpret_cast<char *>(bytes); }
const char *chars(const std::byte *bytes) { return reinterpret_cast<const char *>(bytes); }

/// Stored and raw size of a block.
struct Lz4Ends {
    std::size_t stored = 0;
    std::size_t raw = 0;
};

/// Skips over the sequences of a block without decoding them, up to the one that ends `stored` or completes `raw_size` bytes. A block ends with
/// literals, because its last sequence has no match. None if neither end is met. Source: the description of LZ4's block format.
std::optional<Lz4Ends> follow(std::span<const std::byte> stored, std::size_t raw_size) {
    Lz4Ends at;
    const auto length = [&](std::size_t nibble) {
        std::size_t sum = nibble;
        for (std::size_t more = nibble == 15 ? 255 : 0; more == 255 && at.stored < stored.size(); sum += more)
            more = std::to_integer<std::size_t>(stored[at.stored++]);
        return sum;
    };
    while (at.stored < stored.size()) {
        const auto token = std::to_integer<std::size_t>(stored[at.stored++]);
        const std::size_t literals = length(token >> 4);
        if (literals > stored.size() - at.stored) return std::nullopt;
        at.stored += literals;
        at.raw += literals;
        if (at.raw == raw_size || at.stored == stored.size()) return at;
        if (at.raw > raw_size || stored.size() - at.stored < 2) return std::nullopt;
        at.stored += 2;
        at.raw += 4 + length(token & 15);
    }
    return std::nullopt;
}

class Lz4Decoder final : public Decoder {
public:
    Result<Decoded> decode(std::span<const std::byte> stored, std::span<std::byte> raw) override {
        const int size = static_cast<int>(raw.size());
        const auto decodes = [&](std::size_t bytes) {
            return LZ4_decompress_safe(chars(stored.data()), chars(raw.data()), static_cast<int>(bytes), size) == size;
        };
        if (decodes(stored.size())) return Decoded{Check::absent, stored.size()};
        const auto ends = follow(stored, raw.size());
        if (ends && ends->raw == raw.size() && ends->stored < stored.size() && decodes(ends->stored)) return Decoded{Check::absent, ends->stored};
        return fail(ErrorCode::block_damaged);
    }

    std::optional<std::size_t> raw_size(std::span<const std::byte> stored, std::size_t limit) override {
        const auto ends = follow(stored, limit);
        return ends && ends->stored == stored.size() && ends->raw <= limit ? std::optional(ends->raw) : std::nullopt;
    }
};

/// Level 0: LZ4's fast compressor; else LZ4_HC.
class Lz4Encoder final : public Encoder {
public:
    Lz4Encoder(int level, std::size_t block_size) : level_(level), buffer_(block_size - 1) {}

    std::optional<Encoded> encode(std::span<const std::byte> raw) override {
        const auto size = static_cast<int>(raw.size());
        const auto room = static_cast<int>(buffer_.size());
        const int stored = level_ == 0 ? LZ4_compress_default(chars(raw.data()), chars(buffer_.data()), size, room)
                                       : LZ4_compress_HC(chars(raw.data()), chars(buffer_.data()), size, room, level_);
        if (stored <= 0) return std::nullopt;
        return Encoded{CodecId::lz4, {buffer_.data(), static_cast<std::size_t>(stored)}};
    }

private:
    int level_;
    std::vector<std::byte> buffer_;  ///< shorter than a block
};

} // namespace

std::unique_ptr<Decoder> make_lz4_decoder() { return std::make_unique<Lz4Decoder>(); }
std::unique_ptr<Encoder> make_lz4_encoder(const Encoding &encoding, std::size_t block_size) {
    return std::make_unique<Lz4Encoder>(encoding.level, block_size);
}

// LZ4 hashes words as they lie in the processor's registers, so their size and byte order decide what it writes.
const char *version_of_lz4() {
    static const std::string version = LZ4_versionString() + std::string(sizeof(void *) < 8 ? " on 32 bits" : "") +
                                       (std::endian::native == std::endian::big ? " on big-endian" : "");
    return version.c_str();
}

} // namespace cloop
