// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/codec.h"

#include "codec/codec_factories.h"

#include <algorithm>
#include <string>

namespace cloop {

namespace {

constexpr Codec codecs[] = {
    {.id = CodecId::zlib,
     .name = "zlib",
     .in_all_versions = true,
     .stores_plain = false,
     .has_check = true,
     .is_begun_by = begins_like_zlib,
     .make_decoder = make_deflate_decoder},
    {.id = CodecId::none,
     .name = "none",
     .in_all_versions = false,
     .stores_plain = true,
     .has_check = false,
     .is_begun_by = nullptr,
     .make_decoder = make_none_decoder},
    {.id = CodecId::xz,
     .name = "xz",
     .in_all_versions = false,
     .stores_plain = false,
     .has_check = true,
     .is_begun_by = begins_like_xz,
     .make_decoder = make_xz_decoder},
    {.id = CodecId::lz4,
     .name = "lz4",
     .in_all_versions = false,
     .stores_plain = false,
     .has_check = false,
     .is_begun_by = nullptr,
     .make_decoder = make_lz4_decoder},
    {.id = CodecId::lzo,
     .name = "lzo",
     .in_all_versions = false,
     .stores_plain = false,
     .has_check = false,
     .is_begun_by = nullptr,
     .make_decoder = make_lzo_decoder},
};

} // namespace

std::span<const Codec> all_codecs() { return codecs; }

const Codec *find_codec(CodecId id) {
    const auto found = std::ranges::find(codecs, id, &Codec::id);
    return found == std::end(codecs) ? nullptr : found;
}

Result<Decoded> AnyDecoder::decode(CodecId id, std::span<const std::byte> stored, std::span<std::byte> raw) {
    if (Decoder *decoder = decoder_for(id)) return decoder->decode(stored, raw);
    if (const Codec *codec = find_codec(id)) return fail(ErrorCode::codec_not_built_in, {}, codec->name);
    return fail(ErrorCode::codec_unknown, {}, std::to_string(static_cast<int>(id)));
}

std::optional<std::size_t> AnyDecoder::raw_size(CodecId id, std::span<const std::byte> stored, std::size_t limit) {
    Decoder *decoder = decoder_for(id);
    return decoder ? decoder->raw_size(stored, limit) : std::nullopt;
}

Decoder *AnyDecoder::decoder_for(CodecId id) {
    const auto number = static_cast<std::size_t>(id);
    if (number >= decoders_.size()) return nullptr;
    auto &decoder = decoders_[number];
    if (!decoder)
        if (const Codec *codec = find_codec(id); codec && codec->make_decoder) decoder = codec->make_decoder();
    return decoder.get();
}

} // namespace cloop
