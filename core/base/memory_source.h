// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes in memory as a ByteSource.

#pragma once

#include "base/byte_source.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace cloop {

class MemorySource final : public ByteSource {
public:
    MemorySource(std::vector<std::byte> bytes, std::string name) : bytes_(std::move(bytes)), name_(std::move(name)) {}

    std::uint64_t size() const override { return bytes_.size(); }
    const std::string &name() const override { return name_; }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        if (offset >= bytes_.size()) return 0;
        const std::size_t count = std::min<std::size_t>(out.size(), bytes_.size() - static_cast<std::size_t>(offset));
        std::memcpy(out.data(), bytes_.data() + offset, count);
        return count;
    }

private:
    std::vector<std::byte> bytes_;
    std::string name_;
};

} // namespace cloop
