// SPDX-License-Identifier: GPL-3.0-or-later
// Builds images of every version in memory, independently of core's writer.

#pragma once

#include "base/byte_source.h"
#include "base/byte_stream.h"
#include "codec/encoder.h"
#include "format/head.h"

#include <functional>
#include <string>
#include <vector>

namespace cloop::test {

using Bytes = std::vector<std::byte>;

/// Repeatable, compressible content: words, zeros and noise in turn.
Bytes make_content(std::size_t size, unsigned seed = 1);

class MemorySource final : public ByteSource {
public:
    explicit MemorySource(Bytes bytes) : bytes_(std::move(bytes)) {}
    std::uint64_t size() const override { return bytes_.size(); }
    const std::string &name() const override { return name_; }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override;

private:
    Bytes bytes_;
    std::string name_ = "memory";
};

class MemoryStream final : public ByteStream {
public:
    MemoryStream(Bytes bytes, bool tells_size) : bytes_(std::move(bytes)), tells_size_(tells_size) {}
    std::optional<std::uint64_t> size() const override { return tells_size_ ? std::optional<std::uint64_t>(bytes_.size()) : std::nullopt; }
    const std::string &name() const override { return name_; }
    Result<std::size_t> read(std::span<std::byte> out) override;

private:
    Bytes bytes_;
    bool tells_size_;
    std::size_t done_ = 0;
    std::string name_ = "memory";
};

/// Reads a whole stream of known size, in pieces unlike any block size. Empty if it fails or ends early.
Bytes read_stream(ByteStream &stream);

struct ImageSpec {
    Version version = Version::v2;
    HeadPlace place = HeadPlace::first;
    bool is_little_endian = false;                        ///< version 1's index
    std::uint32_t block_size = 4096;
    std::function<CodecId(std::size_t block)> codec{};    ///< version 4; default: zlib
    std::string preamble_tail{};                          ///< added to the script
    std::size_t gap = 0;                                  ///< bytes between index and block 0
};

/// `content` is padded to whole blocks.
Bytes build_image(const Bytes &content, const ImageSpec &spec);

/// One block, written by the codec's library.
Bytes encode_block(CodecId codec, std::span<const std::byte> raw);

} // namespace cloop::test
