// SPDX-License-Identifier: GPL-3.0-or-later
// Big and little endian integers in files.

#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace cloop {

static_assert(std::endian::native == std::endian::little || std::endian::native == std::endian::big);

template <std::unsigned_integral T> T load_native(const std::byte *at) {
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

/// Pre: sizeof(T) bytes at `at`.
template <std::unsigned_integral T> T load_be(const std::byte *at) {
    const T value = load_native<T>(at);
    return std::endian::native == std::endian::big ? value : std::byteswap(value);
}

template <std::unsigned_integral T> T load_le(const std::byte *at) {
    const T value = load_native<T>(at);
    return std::endian::native == std::endian::little ? value : std::byteswap(value);
}

template <std::unsigned_integral T> void store_be(std::byte *at, T value) {
    if constexpr (std::endian::native == std::endian::little) value = std::byteswap(value);
    std::memcpy(at, &value, sizeof value);
}

template <std::unsigned_integral T> void store_le(std::byte *at, T value) {
    if constexpr (std::endian::native == std::endian::big) value = std::byteswap(value);
    std::memcpy(at, &value, sizeof value);
}

} // namespace cloop
