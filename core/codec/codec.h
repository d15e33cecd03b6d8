// SPDX-License-Identifier: GPL-3.0-or-later
// The codecs of the format, and decoding of stored blocks.
// Source: cloop.h of cloop 4.12, where bits 63..60 of an index entry of V4.0 hold the codec. Older versions use only zlib.

#pragma once

#include "base/error.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace cloop {

/// The four bits in the file. A value may be a number that no row of all_codecs() has.
enum class CodecId : std::uint8_t { zlib = 0, none = 1, xz = 2, lz4 = 3, lzo = 4 };

/// Whether a checksum in the stored block proved the raw bytes.
enum class Check : bool { absent, passed };

/// A block that was decoded.
struct Decoded {
    Check check = Check::absent;
    std::size_t stored_size = 0;  ///< bytes that the decoder used; fewer than given if other bytes follow the block
};

/// Decodes stored blocks. Owns its scratch memory: use one per thread.
class Decoder {
public:
    virtual ~Decoder() = default;

    /// Decodes the block at the beginning of `stored` into all of `raw`. Errors: block_damaged, if it does not decode to exactly raw.size() bytes;
    /// `raw` is then undefined; out_of_memory, which says nothing about the block. Never writes outside `raw`, whatever `stored` holds.
    virtual Result<Decoded> decode(std::span<const std::byte> stored, std::span<std::byte> raw) = 0;

    /// Raw size of the block in `stored`, by its own data, up to `limit`; none if these are invalid.
    virtual std::optional<std::size_t> raw_size(std::span<const std::byte> stored, std::size_t limit) = 0;
};

/// Immutable; shared by all threads.
struct Codec {
    CodecId id;
    std::string_view name;  ///< in the user interface and --json
    bool in_all_versions;   ///< false: V4.0 only
    bool stores_plain;      ///< the raw bytes themselves
    bool has_check;         ///< false: damage can't be detected
    /// Whether `stored` begins with the codec's signature; null if it has none.
    bool (*is_begun_by)(std::span<const std::byte> stored);
    /// Null if this program was built without the codec.
    std::unique_ptr<Decoder> (*make_decoder)();
};

/// By number.
std::span<const Codec> all_codecs();

/// Null if no version defines the number.
const Codec *find_codec(CodecId id);

/// Decoders of all codecs, each created on first use. Use one per thread.
class AnyDecoder {
public:
    /// As Decoder::decode. Error also: codec_unknown, with the number in `detail`; codec_not_built_in, with the name.
    Result<Decoded> decode(CodecId id, std::span<const std::byte> stored, std::span<std::byte> raw);
    /// As Decoder::raw_size. None also if there is no decoder.
    std::optional<std::size_t> raw_size(CodecId id, std::span<const std::byte> stored, std::size_t limit);

private:
    Decoder *decoder_for(CodecId id);

    std::array<std::unique_ptr<Decoder>, 16> decoders_;  ///< by number
};

} // namespace cloop
