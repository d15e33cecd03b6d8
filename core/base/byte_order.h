// Integers as they lie in files.

#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace cloop {

static_assert(std::endian::native == std::endian::little || std::endian::native == std::endian::big);

/// g++ 12's std::byteswap waits for <bit> of a later standard library on some targets; this is the same.
template <std::unsigned_integral T> constexpr T swap_bytes(T value) {
    if constexpr (sizeof(T) == 8) return __builtin_bswap64(value);
    else if constexpr (sizeof(T) == 4) return __builtin_bswap32(value);
    else if constexpr (sizeof(T) == 2) return __builtin_bswap16(value);
    else return value;
}

template <std::unsigned_integral T> T load_native(const std::byte *at) {
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

/// Pre: sizeof(T) bytes at `at`.
template <std::unsigned_integral T> T load_be(const std::byte *at) {
    const T value = load_native<T>(at);
    return std::endian::native == std::endian::big ? value : swap_bytes(value);
}

template <std::unsigned_integral T> T load_le(const std::byte *at) {
    const T value = load_native<T>(at);
    return std::endian::native == std::endian::little ? value : swap_bytes(value);
}

template <std::unsigned_integral T> void store_be(std::byte *at, T value) {
    if constexpr (std::endian::native == std::endian::little) value = swap_bytes(value);
    std::memcpy(at, &value, sizeof value);
}

template <std::unsigned_integral T> void store_le(std::byte *at, T value) {
    if constexpr (std::endian::native == std::endian::big) value = swap_bytes(value);
    std::memcpy(at, &value, sizeof value);
}

} // namespace cloop
