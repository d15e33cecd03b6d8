// What each codec's own file offers to the two tables.

#pragma once

#include "codec/encoder.h"

namespace cloop {

std::unique_ptr<Decoder> make_deflate_decoder();
std::unique_ptr<Decoder> make_none_decoder();
std::unique_ptr<Decoder> make_xz_decoder();
std::unique_ptr<Decoder> make_lz4_decoder();
std::unique_ptr<Decoder> make_lzo_decoder();

/// Level 0 stores: it never fails to encode. Also the fallback of every other encoder.
std::unique_ptr<Encoder> make_deflate_encoder(int level, std::size_t block_size);
std::unique_ptr<Encoder> make_zlib_encoder(int level, std::size_t block_size);
std::unique_ptr<Encoder> make_xz_encoder(int level, std::size_t block_size);
std::unique_ptr<Encoder> make_lz4_encoder(std::size_t block_size);
std::unique_ptr<Encoder> make_lz4hc_encoder(int level, std::size_t block_size);
std::unique_ptr<Encoder> make_lzo_encoder(int level, std::size_t block_size);
std::unique_ptr<Encoder> make_none_encoder();

} // namespace cloop
