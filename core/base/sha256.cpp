// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"

#include <openssl/evp.h>

#include <algorithm>
#include <cstdint>
#include <new>

namespace cloop {

struct Sha256::State {
    EVP_MD_CTX *context = EVP_MD_CTX_new();

    State() {
        if (!context || EVP_DigestInit_ex(context, EVP_sha256(), nullptr) != 1) throw std::bad_alloc();
    }
    ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() = default;
Sha256::~Sha256() = default;

void Sha256::add(std::span<const std::byte> bytes) {
    if (!state_) state_ = std::make_unique<State>();
    EVP_DigestUpdate(state_->context, bytes.data(), bytes.size());
}

void Sha256::add_zeros(std::uint64_t count) {
    static constexpr std::array<std::byte, 65536> zeros{};
    for (; count > 0; count -= std::min<std::uint64_t>(count, zeros.size()))
        add({zeros.data(), static_cast<std::size_t>(std::min<std::uint64_t>(count, zeros.size()))});
}

std::string Sha256::hex() {
    add({});
    std::array<unsigned char, 32> digest{};
    EVP_DigestFinal_ex(state_->context, digest.data(), nullptr);
    std::string text;
    for (const unsigned char byte : digest) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

} // namespace cloop
