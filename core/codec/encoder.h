// The encoders: how a raw block becomes a stored one. Several write the same codec.

#pragma once

#include "codec/codec.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cloop {

enum class EncoderId { deflate, zlib, xz, lz4, lz4hc, lzo, none, best };

/// Immutable; shared by all threads.
struct EncoderInfo {
    EncoderId id;
    std::string_view name;
    std::optional<CodecId> codec;  ///< what it writes; none for `best`, which chooses block by block
    int lowest_level;              ///< lowest == highest: it has no levels
    int highest_level;
    int default_level;
    std::string_view library;      ///< whose code it is
};

/// In the order of the user interface.
std::span<const EncoderInfo> all_encoders();
const EncoderInfo &encoder_info(EncoderId id);

/// One for each library: "libdeflate 1.14". The same versions write the same bytes.
std::vector<std::string> encoder_versions();

/// What the user chose. `level` counts only where the encoder has levels.
struct Encoding {
    EncoderId encoder = EncoderId::deflate;
    int level = 6;
    bool zlib_only = true;  ///< the version knows no codec but zlib (all before V4.0)
};

/// Errors: invalid_option, where the level does not exist, or the version lacks the codec.
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

    /// None where the codec would make the block longer, which is for the caller to store otherwise.
    virtual std::optional<Encoded> encode(std::span<const std::byte> raw) = 0;
};

/// The encoder for whole images: what does not shrink becomes stored deflate, which has a check and which every reader takes.
class BlockEncoder {
public:
    /// Pre: check(encoding) succeeded. Blocks are of `block_size` bytes. Throws std::bad_alloc.
    BlockEncoder(const Encoding &encoding, std::size_t block_size);

    Encoded encode(std::span<const std::byte> raw);

private:
    std::vector<std::unique_ptr<Encoder>> candidates_;
    std::unique_ptr<Encoder> stored_;
};

} // namespace cloop
