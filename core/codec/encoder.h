// SPDX-License-Identifier: GPL-3.0-or-later
// The encoders, which turn raw blocks into stored ones. Several write the same codec.

#pragma once

#include "codec/codec.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cloop {

enum class EncoderId { deflate, zlib, xz, lz4, lz4hc, lzo, none, best };

/// The user's choice; see check().
struct Encoding {
    EncoderId encoder = EncoderId::deflate;
    int level = 6;
    bool for_all_versions = true;  ///< only codecs that every version has
};

class Encoder;

/// Immutable; shared by all threads.
struct EncoderInfo {
    EncoderId id;
    std::string_view name;
    std::optional<CodecId> codec;  ///< none for `best`, which chooses block by block
    int lowest_level;              ///< lowest == highest: no levels
    int highest_level;
    int default_level;
    std::optional<int> level_in_best;  ///< level that `best` tries, only for codecs with a check; none: not tried
    std::string_view library;          ///< empty: our own code
    const char *(*library_version)();
    /// Null if this program was built without the encoder. Throws std::bad_alloc.
    std::unique_ptr<Encoder> (*make)(const Encoding &encoding, std::size_t block_size);
};

/// Ordered as in the user interface.
std::span<const EncoderInfo> all_encoders();
const EncoderInfo &encoder_info(EncoderId id);
/// Null if the name is unknown.
const EncoderInfo *find_encoder(std::string_view name);

/// Whether the encoder may be used: false only if all versions are required and its codec is V4.0 only.
bool fits(const EncoderInfo &encoder, bool for_all_versions);
/// Whether its stored blocks are always as long as the raw ones.
bool stores_plain(EncoderId encoder);

/// One per library: "libdeflate 1.14", with the kind of processor if what it writes depends on that. The same versions write the same bytes.
std::vector<std::string> encoder_versions();

/// Errors: level_out_of_range, codec_without_levels; codec_needs_v4; codec_not_built_in.
Status check(const Encoding &encoding);

/// A stored block. `bytes` belong to the encoder and are valid until its next call.
struct Encoded {
    CodecId codec;
    std::span<const std::byte> bytes;
};

/// Encodes raw blocks, deterministically. Owns its scratch memory: use one per thread.
class Encoder {
public:
    virtual ~Encoder() = default;

    /// None if the block does not shrink: the caller must store it in another way. An encoder whose codec has a way to store plain bytes may return
    /// a block that is longer than `raw`, and never none.
    virtual std::optional<Encoded> encode(std::span<const std::byte> raw) = 0;
};

/// The encoder for images: blocks that don't shrink become stored deflate, which has a check and which every reader decodes.
class BlockEncoder {
public:
    /// Pre: check(encoding) succeeded. All blocks have `block_size` bytes. Throws std::bad_alloc.
    BlockEncoder(const Encoding &encoding, std::size_t block_size);

    Encoded encode(std::span<const std::byte> raw);

private:
    std::unique_ptr<Encoder> encoder_;
    std::unique_ptr<Encoder> stored_;
};

} // namespace cloop
