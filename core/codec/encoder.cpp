#include "codec/encoder.h"

#include "codec/codec_factories.h"

#include <libdeflate.h>
#include <lz4.h>
#include <lzma.h>
#include <lzo/lzoconf.h>
#include <zlib.h>

#include <algorithm>

namespace cloop {

namespace {

constexpr EncoderInfo encoders[] = {
    {EncoderId::deflate, "deflate", CodecId::zlib, 1, 12, 6, "libdeflate"},
    {EncoderId::zlib, "zlib", CodecId::zlib, 0, 9, 9, "zlib"},
    {EncoderId::xz, "xz", CodecId::xz, 0, 9, 6, "liblzma"},
    {EncoderId::lz4, "lz4", CodecId::lz4, 0, 0, 0, "lz4"},
    {EncoderId::lz4hc, "lz4hc", CodecId::lz4, 3, 12, 9, "lz4"},
    {EncoderId::lzo, "lzo", CodecId::lzo, 1, 9, 8, "lzo"},
    {EncoderId::none, "none", CodecId::none, 0, 0, 0, {}},
    {EncoderId::best, "best", std::nullopt, 0, 0, 0, {}},
};

std::vector<std::unique_ptr<Encoder>> make_candidates(const Encoding &encoding, std::size_t block_size) {
    std::vector<std::unique_ptr<Encoder>> made;
    switch (encoding.encoder) {
    case EncoderId::deflate: made.push_back(make_deflate_encoder(encoding.level, block_size)); break;
    case EncoderId::zlib: made.push_back(make_zlib_encoder(encoding.level, block_size)); break;
    case EncoderId::xz: made.push_back(make_xz_encoder(encoding.level, block_size)); break;
    case EncoderId::lz4: made.push_back(make_lz4_encoder(block_size)); break;
    case EncoderId::lz4hc: made.push_back(make_lz4hc_encoder(encoding.level, block_size)); break;
    case EncoderId::lzo: made.push_back(make_lzo_encoder(encoding.level, block_size)); break;
    case EncoderId::none: made.push_back(make_none_encoder()); break;
    case EncoderId::best:
        // Each that has a check, at its strongest; of equals the first stays, so the cheapest to read comes first.
        made.push_back(make_deflate_encoder(12, block_size));
        made.push_back(make_zlib_encoder(9, block_size));
        if (!encoding.zlib_only) made.push_back(make_xz_encoder(9, block_size));
        break;
    }
    return made;
}

} // namespace

std::span<const EncoderInfo> all_encoders() { return encoders; }

const EncoderInfo &encoder_info(EncoderId id) { return *std::ranges::find(encoders, id, &EncoderInfo::id); }

std::vector<std::string> encoder_versions() {
    return {std::string("libdeflate ") + LIBDEFLATE_VERSION_STRING, std::string("zlib ") + zlibVersion(),
            std::string("liblzma ") + lzma_version_string(), std::string("lz4 ") + LZ4_versionString(),
            std::string("lzo ") + lzo_version_string()};
}

Status check(const Encoding &encoding) {
    const EncoderInfo &info = encoder_info(encoding.encoder);
    if (encoding.zlib_only && info.codec && *info.codec != CodecId::zlib)
        return fail(ErrorCode::invalid_option, {}, std::string(info.name) + " blocks exist only in format v4 and v4-stream");
    if (encoding.level < info.lowest_level || encoding.level > info.highest_level) {
        if (info.lowest_level == info.highest_level) return fail(ErrorCode::invalid_option, {}, std::string(info.name) + " has no levels");
        return fail(ErrorCode::invalid_option, {},
                    std::string(info.name) + " has the levels " + std::to_string(info.lowest_level) + " to " + std::to_string(info.highest_level));
    }
    return {};
}

BlockEncoder::BlockEncoder(const Encoding &encoding, std::size_t block_size)
    : candidates_(make_candidates(encoding, block_size)), stored_(make_deflate_encoder(0, block_size)) {}

Encoded BlockEncoder::encode(std::span<const std::byte> raw) {
    std::optional<Encoded> smallest;
    for (const auto &candidate : candidates_) {
        const auto encoded = candidate->encode(raw);
        if (encoded && (!smallest || encoded->bytes.size() < smallest->bytes.size())) smallest = encoded;
    }
    // `none` was named: it is meant to be as long as the block.
    if (smallest && (smallest->codec == CodecId::none || smallest->codec == CodecId::zlib || smallest->bytes.size() < raw.size())) return *smallest;
    return *stored_->encode(raw);
}

} // namespace cloop
