// SPDX-License-Identifier: GPL-3.0-or-later
// .xz, .lzma and .lz by liblzma.

#pragma once

#include "source/packed_input.h"
#include "source/unpacked_stream.h"

#include <lzma.h>

namespace cloop {

class LzmaStream final : public UnpackedStream {
public:
    explicit LzmaStream(PackedInput input);
    ~LzmaStream() override { ::lzma_end(&decoder_); }

    static bool is_packed(std::span<const std::byte> begin);

    const std::string &name() const override { return input_.name(); }
    std::uint64_t consumed() const override { return input_.consumed(); }
    Result<std::size_t> read(std::span<std::byte> out) override;

private:
    PackedInput input_;
    lzma_stream decoder_ = LZMA_STREAM_INIT;
    bool is_lzip_ = false;
    std::byte last_taken_{};  ///< the last compressed byte used
    bool has_ended_ = false;
};

} // namespace cloop
