// SPDX-License-Identifier: GPL-3.0-or-later
// Uncompressed blocks. They carry no check.

#include "codec/codec_factories.h"

#include <cstring>

namespace cloop {

namespace {

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
std::unique_ptr<Encoder> make_none_encoder(const Encoding &, std::size_t) { return std::make_unique<NoneEncoder>(); }

} // namespace cloop
