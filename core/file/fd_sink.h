// SPDX-License-Identifier: GPL-3.0-or-later
// A sink for a pipe, standard output or a device: bytes are written in order and can't be taken back.

#pragma once

#include "base/byte_sink.h"
#include "base/stop.h"

#include <string>

namespace cloop {

class FdSink final : public ByteSink {
public:
    /// The caller keeps `fd`.
    FdSink(int fd, std::string name, std::stop_token stop);

    Status write(std::span<const std::byte> bytes) override;
    Status write_zeros(std::uint64_t count) override;
    Status commit() override { return {}; }

private:
    int fd_;
    std::string name_;
    bool is_pipe_ = true;
    StopWaiter waiter_;
};

} // namespace cloop
