// SPDX-License-Identifier: GPL-3.0-or-later
// The fuzzer's bytes as a source.

#pragma once

#include "base/byte_source.h"

#include <algorithm>

namespace cloop::test {

class FuzzInput final : public ByteSource {
public:
    FuzzInput(const std::uint8_t *data, std::size_t size) : data_(data), size_(size) {}
    std::uint64_t size() const override { return size_; }
    const std::string &name() const override { return name_; }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        if (offset >= size_) return 0;
        const auto count = std::min<std::size_t>(out.size(), size_ - offset);
        std::copy_n(reinterpret_cast<const std::byte *>(data_) + offset, count, out.begin());
        return count;
    }

private:
    const std::uint8_t *data_;
    std::size_t size_;
    std::string name_ = "fuzz";
};

} // namespace cloop::test
