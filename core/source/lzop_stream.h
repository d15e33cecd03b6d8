// SPDX-License-Identifier: GPL-3.0-or-later
// .lzo of lzop: a header, then LZO1X blocks, most with a checksum.

#pragma once

#include "source/packed_input.h"
#include "source/unpacked_stream.h"

namespace cloop {

class LzopStream final : public UnpackedStream {
public:
    explicit LzopStream(PackedInput input) : input_(std::move(input)) {}

    static bool is_packed(std::span<const std::byte> begin);

    const std::string &name() const override { return input_.name(); }
    std::uint64_t consumed() const override { return input_.consumed(); }
    Result<std::size_t> read(std::span<std::byte> out) override;

private:
    Status read_header();
    Status read_block();
    Status begin_next_file();

    PackedInput input_;
    std::uint32_t flags_ = 0;
    std::vector<std::byte> stored_, block_;
    std::size_t block_begin_ = 0;  ///< in block_, of the bytes not returned yet
    bool is_within_file_ = false;
    bool has_ended_ = false;
};

} // namespace cloop
