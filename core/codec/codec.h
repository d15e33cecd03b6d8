// The codecs of the format: which there are, and how a stored block becomes a raw one.
//
// Source: the format's description, V4.0: bits 63..60 of an index entry. Older versions know zlib alone.

#pragma once

#include "base/error.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace cloop {

/// As in the file. Numbers 5 to 15 are read as they are and have no Codec.
enum class CodecId : std::uint8_t { zlib = 0, none = 1, xz = 2, lz4 = 3, lzo = 4 };

/// Whether the stored block itself proved that the raw bytes are the right ones.
enum class Check : bool { absent, passed };

/// Turns stored blocks into raw ones. Owns its scratch memory: one for each thread.
class Decoder {
public:
    virtual ~Decoder() = default;

    /// Fills `raw` whole. Error: block_damaged, where the data does not inflate to exactly raw.size() bytes; `raw` is
    /// then undefined. Error also: out_of_memory, which says nothing of the block. Never writes outside `raw`, whatever `stored` holds.
    virtual Result<Check> decode(std::span<const std::byte> stored, std::span<std::byte> raw) = 0;
};

/// Immutable; shared by all threads.
struct Codec {
    CodecId id;
    std::string_view name;  ///< as in the user interface and in --json
    bool has_check;         ///< false: a sound block can't be told from a damaged one
    std::unique_ptr<Decoder> (*make_decoder)();
};

inline constexpr std::size_t codec_count = 5;

/// Null for a number that no version defines.
const Codec *find_codec(CodecId id);

/// A decoder for every codec, made when first needed. One for each thread.
class AnyDecoder {
public:
    /// As Decoder::decode. Error also: codec_unknown, with the number in `detail`.
    Result<Check> decode(CodecId id, std::span<const std::byte> stored, std::span<std::byte> raw);

private:
    std::array<std::unique_ptr<Decoder>, codec_count> decoders_;
};

} // namespace cloop
