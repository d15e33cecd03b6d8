// SPDX-License-Identifier: GPL-3.0-or-later
// What each codec's own file offers to the two tables.

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

/// Level 0 stores: it never fails to encode. Also the fallback of every other encoder.
std::unique_ptr<Encoder> make_deflate_encoder(const Encoding &encoding, std::size_t block_size);
std::unique_ptr<Encoder> make_zlib_encoder(const Encoding &encoding, std::size_t block_size);
std::unique_ptr<Encoder> make_xz_encoder(const Encoding &encoding, std::size_t block_size);
std::unique_ptr<Encoder> make_lz4_encoder(const Encoding &encoding, std::size_t block_size);
std::unique_ptr<Encoder> make_lzo_encoder(const Encoding &encoding, std::size_t block_size);
std::unique_ptr<Encoder> make_none_encoder(const Encoding &encoding, std::size_t block_size);
std::unique_ptr<Encoder> make_best_encoder(const Encoding &encoding, std::size_t block_size);

/// Of the libraries as they are loaded.
const char *version_of_libdeflate();
const char *version_of_zlib();
const char *version_of_liblzma();
const char *version_of_lz4();
const char *version_of_lzo();

/// For codecs that want room for all of a block whose size is unknown: gives `attempt` buffers of 64 KiB, twice as much and so on up to
/// `limit`, until it no longer returns none. What it returns is the size; 0 where the block does not inflate.
template <class Attempt> std::optional<std::size_t> grow_until_decoded(std::size_t limit, Attempt attempt) {
    std::vector<std::byte> raw;
    do {
        raw.resize(std::min(std::max<std::size_t>(2 * raw.size(), 64u << 10), limit));
        if (const std::optional<std::size_t> size = attempt(std::span(raw))) return *size > 0 ? size : std::nullopt;
    } while (raw.size() < limit);
    return std::nullopt;
}

} // namespace cloop
