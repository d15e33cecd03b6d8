// SPDX-License-Identifier: GPL-3.0-or-later
// Incremental SHA-256.

#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace cloop {

/// libcrypto is initialised at the first byte only, because that takes time. Throws std::bad_alloc.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    void add(std::span<const std::byte> bytes);
    void add_zeros(std::uint64_t count);
    /// 64 hexadecimal digits. Call once.
    std::string hex();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace cloop
