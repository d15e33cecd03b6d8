#include "codec/codec.h"

#include "codec/codec_factories.h"

#include <cstring>

namespace cloop {

namespace {

constexpr Codec codecs[codec_count] = {
    {CodecId::zlib, "zlib", true, make_deflate_decoder}, {CodecId::none, "none", false, make_none_decoder},
    {CodecId::xz, "xz", true, make_xz_decoder},          {CodecId::lz4, "lz4", false, make_lz4_decoder},
    {CodecId::lzo, "lzo", false, make_lzo_decoder},
};

class NoneDecoder final : public Decoder {
public:
    Result<Decoded> decode(std::span<const std::byte> stored, std::span<std::byte> raw) override {
        if (stored.size() < raw.size()) return fail(ErrorCode::block_damaged);
        std::memcpy(raw.data(), stored.data(), raw.size());
        return Decoded{Check::absent, raw.size()};
    }

    std::optional<std::size_t> raw_size(std::span<const std::byte> stored, std::size_t limit) override {
        return stored.size() <= limit ? std::optional(stored.size()) : std::nullopt;
    }
};

class NoneEncoder final : public Encoder {
public:
    std::optional<Encoded> encode(std::span<const std::byte> raw) override { return Encoded{CodecId::none, raw}; }
};

} // namespace

std::unique_ptr<Decoder> make_none_decoder() { return std::make_unique<NoneDecoder>(); }
std::unique_ptr<Encoder> make_none_encoder() { return std::make_unique<NoneEncoder>(); }

const Codec *find_codec(CodecId id) {
    const auto number = static_cast<std::size_t>(id);
    return number < codec_count ? &codecs[number] : nullptr;
}

Result<Decoded> AnyDecoder::decode(CodecId id, std::span<const std::byte> stored, std::span<std::byte> raw) {
    Decoder *decoder = decoder_for(id);
    if (!decoder) return fail(ErrorCode::codec_unknown, {}, std::to_string(static_cast<int>(id)));
    return decoder->decode(stored, raw);
}

std::optional<std::size_t> AnyDecoder::raw_size(CodecId id, std::span<const std::byte> stored, std::size_t limit) {
    Decoder *decoder = decoder_for(id);
    return decoder ? decoder->raw_size(stored, limit) : std::nullopt;
}

Decoder *AnyDecoder::decoder_for(CodecId id) {
    const Codec *codec = find_codec(id);
    if (!codec) return nullptr;
    auto &decoder = decoders_[static_cast<std::size_t>(id)];
    if (!decoder) decoder = codec->make_decoder();
    return decoder.get();
}

} // namespace cloop
