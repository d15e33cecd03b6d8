// SPDX-License-Identifier: GPL-3.0-or-later
// gzip by RFC 1952: any number of members, each with CRC and length.

#pragma once

#include "source/packed_input.h"
#include "source/unpacked_stream.h"

#include <zlib.h>

namespace cloop {

class GzipStream final : public UnpackedStream {
public:
    explicit GzipStream(PackedInput input);
    ~GzipStream() override;

    static bool is_packed(std::span<const std::byte> begin);

    const std::string &name() const override { return input_.name(); }
    std::uint64_t consumed() const override { return input_.consumed(); }
    Result<std::size_t> read(std::span<std::byte> out) override;

private:
    Status begin_next_member();

    PackedInput input_;
    z_stream inflater_{};
    bool has_ended_ = false;
};

} // namespace cloop
