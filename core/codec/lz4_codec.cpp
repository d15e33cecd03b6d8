// LZ4 blocks without a frame. They carry no check.

#include "codec/codec_factories.h"

#include <lz4.h>
#include <lz4hc.h>

namespace cloop {

namespace {

char *chars(std::byte *bytes) { return reinterpret_cast<char *>(bytes); }
const char *chars(const std::byte *bytes) { return reinterpret_cast<const char *>(bytes); }

class Lz4Decoder final : public Decoder {
public:
    Result<Check> decode(std::span<const std::byte> stored, std::span<std::byte> raw) override {
        const int size = static_cast<int>(raw.size());
        if (LZ4_decompress_safe(chars(stored.data()), chars(raw.data()), static_cast<int>(stored.size()), size) != size)
            return fail(ErrorCode::block_damaged);
        return Check::absent;
    }
};

/// Level 0: the quick one; else LZ4_HC's.
class Lz4Encoder final : public Encoder {
public:
    Lz4Encoder(int level, std::size_t block_size) : level_(level), buffer_(block_size) {}

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
    std::vector<std::byte> buffer_;
};

} // namespace

std::unique_ptr<Decoder> make_lz4_decoder() { return std::make_unique<Lz4Decoder>(); }
std::unique_ptr<Encoder> make_lz4_encoder(std::size_t block_size) { return std::make_unique<Lz4Encoder>(0, block_size); }
std::unique_ptr<Encoder> make_lz4hc_encoder(int level, std::size_t block_size) { return std::make_unique<Lz4Encoder>(level, block_size); }

} // namespace cloop
