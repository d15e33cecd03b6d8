// The fuzzer's bytes as a source.

#pragma once

#include "base/byte_source.h"

#include <algorithm>
#include <cstring>

namespace cloop::test {

class FuzzInput final : public ByteSource {
public:
    FuzzInput(const std::uint8_t *data, std::size_t size) : data_(data), size_(size) {}
    std::uint64_t size() const override { return size_; }
    const std::string &name() const override { return name_; }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        if (offset >= size_) return 0;
        const auto count = std::min<std::size_t>(out.size(), size_ - offset);
        std::memcpy(out.data(), data_ + offset, count);
        return count;
    }

private:
    const std::uint8_t *data_;
    std::size_t size_;
    std::string name_ = "fuzz";
};

} // namespace cloop::test
