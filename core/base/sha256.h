// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 of bytes that go by.

#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace cloop {

/// Costs nothing before the first byte: libcrypto wakes up then. Throws std::bad_alloc.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    void add(std::span<const std::byte> bytes);
    void add_zeros(std::uint64_t count);
    /// 64 hexadecimal digits. Once only.
    std::string hex();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace cloop
