// SPDX-License-Identifier: GPL-3.0-or-later
// Standard input and other pipes.

#pragma once

#include "base/byte_stream.h"
#include "base/stop.h"

namespace cloop {

class PipeStream final : public ByteStream {
public:
    /// The caller keeps `fd`. `announced`: the length, if known; a different one is an error (size_mismatch).
    PipeStream(int fd, std::string name, std::optional<std::uint64_t> announced, std::stop_token stop);

    std::optional<std::uint64_t> size() const override { return announced_; }
    const std::string &name() const override { return name_; }
    Result<std::size_t> read(std::span<std::byte> out) override;

private:
    int fd_;
    std::string name_;
    std::optional<std::uint64_t> announced_;
    std::uint64_t done_ = 0;
    StopWaiter waiter_;
};

} // namespace cloop
