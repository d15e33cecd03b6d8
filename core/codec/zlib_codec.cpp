// SPDX-License-Identifier: GPL-3.0-or-later
// Deflate by zlib, for the exact bytes that zlib writes at each level. libdeflate decodes them.

#include "codec/codec_factories.h"

#include <zlib.h>

#include <new>

namespace cloop {

namespace {

class ZlibEncoder final : public Encoder {
public:
    ZlibEncoder(int level, std::size_t block_size) {
        if (deflateInit(&stream_, level) != Z_OK) throw std::bad_alloc();
        buffer_.resize(deflateBound(&stream_, block_size));
    }
    ~ZlibEncoder() override { deflateEnd(&stream_); }

    std::optional<Encoded> encode(std::span<const std::byte> raw) override {
        deflateReset(&stream_);
        // zlib's interface lacks const.
        stream_.next_in = reinterpret_cast<Bytef *>(const_cast<std::byte *>(raw.data()));
        stream_.avail_in = static_cast<uInt>(raw.size());
        stream_.next_out = reinterpret_cast<Bytef *>(buffer_.data());
        stream_.avail_out = static_cast<uInt>(buffer_.size());
        if (deflate(&stream_, Z_FINISH) != Z_STREAM_END) return std::nullopt;
        return Encoded{CodecId::zlib, {buffer_.data(), stream_.total_out}};
    }

private:
    z_stream stream_{};
    std::vector<std::byte> buffer_;
};

} // namespace

std::unique_ptr<Encoder> make_zlib_encoder(const Encoding &encoding, std::size_t block_size) {
    return std::make_unique<ZlibEncoder>(encoding.level, block_size);
}

const char *version_of_zlib() { return zlibVersion(); }

} // namespace cloop
