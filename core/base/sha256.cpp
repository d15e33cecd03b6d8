#include "base/sha256.h"

#include <openssl/evp.h>

#include <algorithm>
#include <cstdint>

namespace cloop {

struct Sha256::State {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
};

Sha256::Sha256() : state_(std::make_unique<State>()) { EVP_DigestInit_ex(state_->context, EVP_sha256(), nullptr); }
Sha256::~Sha256() { EVP_MD_CTX_free(state_->context); }

void Sha256::add(std::span<const std::byte> bytes) { EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()); }

void Sha256::add_zeros(std::uint64_t count) {
    static constexpr std::array<std::byte, 65536> zeros{};
    for (; count > 0; count -= std::min<std::uint64_t>(count, zeros.size()))
        add({zeros.data(), static_cast<std::size_t>(std::min<std::uint64_t>(count, zeros.size()))});
}

std::string Sha256::hex() {
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
