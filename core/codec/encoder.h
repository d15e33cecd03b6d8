// SPDX-License-Identifier: GPL-3.0-or-later
// The encoders: how a raw block becomes a stored one. Several write the same codec.

#pragma once

#include "codec/codec.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cloop {

enum class EncoderId { deflate, zlib, xz, lz4, lz4hc, lzo, none, best };

/// What the user chose. `level` counts only where the encoder has levels.
struct Encoding {
    EncoderId encoder = EncoderId::deflate;
    int level = 6;
    bool for_all_versions = true;  ///< only codecs that every version knows
};

class Encoder;

/// Immutable; shared by all threads.
struct EncoderInfo {
    EncoderId id;
    std::string_view name;
    std::optional<CodecId> codec;  ///< what it writes; none for `best`, which chooses block by block
    int lowest_level;              ///< lowest == highest: it has no levels
    int highest_level;
    int default_level;
    std::optional<int> level_in_best;  ///< at which `best` tries it: only what has a check; none: it does not
    std::string_view library;          ///< whose code it is; empty: ours
    const char *(*library_version)();
    /// Null for an encoder that this program was built without. Throws std::bad_alloc.
    std::unique_ptr<Encoder> (*make)(const Encoding &encoding, std::size_t block_size);
};

/// In the order of the user interface.
std::span<const EncoderInfo> all_encoders();
const EncoderInfo &encoder_info(EncoderId id);
/// Null where there is none of that name.
const EncoderInfo *find_encoder(std::string_view name);

/// Whether it can be used in an image of every version, or that need not be.
bool fits(const EncoderInfo &encoder, bool for_all_versions);
/// Whether what it writes is as long as the content, always.
bool stores_plain(EncoderId encoder);

/// One for each library: "libdeflate 1.14". The same versions write the same bytes.
std::vector<std::string> encoder_versions();

/// Errors: level_out_of_range, codec_without_levels; codec_needs_v4; codec_not_built_in.
Status check(const Encoding &encoding);

/// A stored block. `bytes` lie in the encoder until its next call.
struct Encoded {
    CodecId codec;
    std::span<const std::byte> bytes;
};

/// Turns raw blocks into stored ones; the same bytes for the same input, always. Owns its scratch memory: one for each thread.
class Encoder {
public:
    virtual ~Encoder() = default;

    /// None where the block does not get shorter, which is for the caller to store otherwise; zlib's and none's never give that.
    virtual std::optional<Encoded> encode(std::span<const std::byte> raw) = 0;
};

/// The encoder for whole images: what does not shrink becomes stored deflate, which has a check and which every reader takes.
class BlockEncoder {
public:
    /// Pre: check(encoding) succeeded. Blocks are of `block_size` bytes. Throws std::bad_alloc.
    BlockEncoder(const Encoding &encoding, std::size_t block_size);

    Encoded encode(std::span<const std::byte> raw);

private:
    std::unique_ptr<Encoder> encoder_;
    std::unique_ptr<Encoder> stored_;
};

} // namespace cloop
