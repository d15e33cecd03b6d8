// SPDX-License-Identifier: GPL-3.0-or-later
// The codecs of the format: which there are, and how a stored block becomes a raw one.
//
// Source: the format's description, V4.0: bits 63..60 of an index entry. Older versions know zlib alone.

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

/// As in the file, in four bits. A number without a Codec is read as it is.
enum class CodecId : std::uint8_t { zlib = 0, none = 1, xz = 2, lz4 = 3, lzo = 4 };

/// Whether the stored block itself proved that the raw bytes are the right ones.
enum class Check : bool { absent, passed };

/// A block that was decoded.
struct Decoded {
    Check check = Check::absent;
    std::size_t stored_size = 0;  ///< where it ends by what itself tells; less than what was given where other bytes follow
};

/// Turns stored blocks into raw ones. Owns its scratch memory: one for each thread.
class Decoder {
public:
    virtual ~Decoder() = default;

    /// Fills `raw` whole from the block that `stored` begins with. Error: block_damaged, where it does not inflate to exactly raw.size()
    /// bytes; `raw` is then undefined. Error also: out_of_memory, which says nothing of the block. Never writes outside `raw`, whatever
    /// `stored` holds.
    virtual Result<Decoded> decode(std::span<const std::byte> stored, std::span<std::byte> raw) = 0;

    /// How many bytes the block `stored` inflates to, up to `limit`, as it tells itself; none where it does not inflate.
    virtual std::optional<std::size_t> raw_size(std::span<const std::byte> stored, std::size_t limit) = 0;
};

/// Immutable; shared by all threads.
struct Codec {
    CodecId id;
    std::string_view name;  ///< as in the user interface and in --json
    bool in_all_versions;   ///< false: V4.0 alone knows it
    bool stores_plain;      ///< the raw bytes themselves
    bool has_check;         ///< false: a sound block can't be told from a damaged one
    /// Whether `stored` begins as every block of the codec does; null where blocks have no mark of their own.
    bool (*is_begun_by)(std::span<const std::byte> stored);
    /// Null for a codec that this program was built without: its name is known, its blocks can't be read.
    std::unique_ptr<Decoder> (*make_decoder)();
};

/// In the order of their numbers.
std::span<const Codec> all_codecs();

/// Null for a number that no version defines.
const Codec *find_codec(CodecId id);

/// A decoder for every codec, made when first needed. One for each thread.
class AnyDecoder {
public:
    /// As Decoder::decode. Error also: codec_unknown, with the number in `detail`; codec_not_built_in, with the name.
    Result<Decoded> decode(CodecId id, std::span<const std::byte> stored, std::span<std::byte> raw);
    /// As Decoder::raw_size. None also for a codec without a decoder.
    std::optional<std::size_t> raw_size(CodecId id, std::span<const std::byte> stored, std::size_t limit);

private:
    Decoder *decoder_for(CodecId id);

    std::array<std::unique_ptr<Decoder>, 16> decoders_;  ///< by number
};

} // namespace cloop
