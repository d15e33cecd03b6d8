// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/encoder.h"

#include "base/precondition.h"
#include "codec/codec_factories.h"

#include <algorithm>

namespace cloop {

namespace {

constexpr EncoderInfo encoders[] = {
    {EncoderId::deflate, "deflate", CodecId::zlib, 1, 12, 6, 12, "libdeflate", version_of_libdeflate, make_deflate_encoder},
    {EncoderId::zlib, "zlib", CodecId::zlib, 0, 9, 9, 9, "zlib", version_of_zlib, make_zlib_encoder},
    {EncoderId::xz, "xz", CodecId::xz, 0, 9, 6, 9, "liblzma", version_of_liblzma, make_xz_encoder},
    {EncoderId::lz4, "lz4", CodecId::lz4, 0, 0, 0, {}, "lz4", version_of_lz4, make_lz4_encoder},
    {EncoderId::lz4hc, "lz4hc", CodecId::lz4, 3, 12, 9, {}, "lz4", version_of_lz4, make_lz4_encoder},
    {EncoderId::lzo, "lzo", CodecId::lzo, 1, 9, 8, {}, "lzo", version_of_lzo, make_lzo_encoder},
    {EncoderId::none, "none", CodecId::none, 0, 0, 0, {}, {}, nullptr, make_none_encoder},
    {EncoderId::best, "best", {}, 0, 0, 0, {}, {}, nullptr, make_best_encoder},
};

} // namespace

std::span<const EncoderInfo> all_encoders() { return encoders; }

const EncoderInfo &encoder_info(EncoderId id) { return *std::ranges::find(encoders, id, &EncoderInfo::id); }

const EncoderInfo *find_encoder(std::string_view name) {
    const auto found = std::ranges::find(encoders, name, &EncoderInfo::name);
    return found == std::end(encoders) ? nullptr : found;
}

bool fits(const EncoderInfo &encoder, bool for_all_versions) {
    return !for_all_versions || !encoder.codec || find_codec(*encoder.codec)->in_all_versions;
}

bool stores_plain(EncoderId encoder) {
    const auto codec = encoder_info(encoder).codec;
    return codec && find_codec(*codec)->stores_plain;
}

std::vector<std::string> encoder_versions() {
    std::vector<std::string> versions;
    for (const EncoderInfo &info : encoders) {
        if (!info.library_version) continue;
        const std::string version = std::string(info.library) + ' ' + info.library_version();
        if (std::ranges::find(versions, version) == versions.end()) versions.push_back(version);
    }
    return versions;
}

Status check(const Encoding &encoding) {
    const EncoderInfo &info = encoder_info(encoding.encoder);
    if (!info.make) return fail(ErrorCode::codec_not_built_in, {}, info.name);
    if (!fits(info, encoding.for_all_versions)) return fail(ErrorCode::codec_needs_v4, {}, info.name);
    if (encoding.level < info.lowest_level || encoding.level > info.highest_level) {
        if (info.lowest_level == info.highest_level) return fail(ErrorCode::codec_without_levels, {}, info.name);
        return fail(ErrorCode::level_out_of_range, {},
                    std::string(info.name) + ": " + std::to_string(info.lowest_level) + "-" + std::to_string(info.highest_level));
    }
    return {};
}

BlockEncoder::BlockEncoder(const Encoding &encoding, std::size_t block_size)
    : encoder_(encoder_info(encoding.encoder).make(encoding, block_size)), stored_(make_deflate_encoder({.level = 0}, block_size)) {
    CLOOP_PRE(check(encoding));
}

Encoded BlockEncoder::encode(std::span<const std::byte> raw) {
    if (const auto encoded = encoder_->encode(raw)) return *encoded;
    return *stored_->encode(raw);
}

} // namespace cloop
