// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of each codec's file that the two tables refer to.

#pragma once

#include "codec/encoder.h"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

namespace cloop {

std::unique_ptr<Decoder> make_deflate_decoder();
std::unique_ptr<Decoder> make_none_decoder();
std::unique_ptr<Decoder> make_xz_decoder();
std::unique_ptr<Decoder> make_lz4_decoder();
std::unique_ptr<Decoder> make_lzo_decoder();

bool begins_like_zlib(std::span<const std::byte> stored);
bool begins_like_xz(std::span<const std::byte> stored);

/// Level 0 stores without compression and always succeeds: the fallback of every other encoder.
std::unique_ptr<Encoder> make_deflate_encoder(const Encoding &encoding, std::size_t block_size);
std::unique_ptr<Encoder> make_zlib_encoder(const Encoding &encoding, std::size_t block_size);
std::unique_ptr<Encoder> make_xz_encoder(const Encoding &encoding, std::size_t block_size);
std::unique_ptr<Encoder> make_lz4_encoder(const Encoding &encoding, std::size_t block_size);
std::unique_ptr<Encoder> make_lzo_encoder(const Encoding &encoding, std::size_t block_size);
std::unique_ptr<Encoder> make_none_encoder(const Encoding &encoding, std::size_t block_size);
std::unique_ptr<Encoder> make_best_encoder(const Encoding &encoding, std::size_t block_size);

/// Versions of the libraries at run time.
const char *version_of_libdeflate();
const char *version_of_zlib();
const char *version_of_liblzma();
const char *version_of_lz4();
const char *version_of_lzo();

/// For codecs that decode only into a buffer for the whole block, of unknown size: calls `attempt` with buffers of 64 KiB, 128 KiB and so on up to
/// `limit` until it returns a size (0: the block can't be decoded). None means: too small.
template <class Attempt> std::optional<std::size_t> grow_until_decoded(std::size_t limit, Attempt attempt) {
    std::vector<std::byte> raw;
    do {
        raw.resize(std::min(std::max<std::size_t>(2 * raw.size(), 64u << 10), limit));
        if (const std::optional<std::size_t> size = attempt(std::span(raw))) return *size > 0 ? size : std::nullopt;
    } while (raw.size() < limit);
    return std::nullopt;
}

} // namespace cloop
