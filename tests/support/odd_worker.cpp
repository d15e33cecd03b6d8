// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into `cloop worker`, makes it a bad one, or one that needs no processor. Environment:
//   ODD_ANSWERS=flip      a wrong byte in each answer          =short   each answer ends too early
//               other     each answer is the first one's       =huge    each answer has 100 MB
//   ODD_LIBLZMA=VERSION   another version of an encoder
//   ODD_BLOCK_MS=N        deflate stores each block plainly, after so long

#include <dlfcn.h>
#include <nats/nats.h>
#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

namespace {

std::string_view setting(const char *name) {
    const char *value = std::getenv(name);
    return value ? value : "";
}

/// Bytes of an answer before and behind the number of its request: signature, kind, job, worker.
constexpr std::size_t number_at = 5 + 16 + 16, number_end = number_at + 8;

} // namespace

extern "C" natsStatus natsConnection_Publish(natsConnection *connection, const char *subject, const void *data, int size) {
    using Publish = decltype(&natsConnection_Publish);
    static const auto publish = reinterpret_cast<Publish>(::dlsym(RTLD_NEXT, "natsConnection_Publish"));
    const std::string_view lie = setting("ODD_ANSWERS");
    const auto *begin = static_cast<const std::uint8_t *>(data);
    std::vector<std::uint8_t> answer(begin, begin + size);
    if (!std::string_view(subject).ends_with(".answer") || lie.empty()) return publish(connection, subject, data, size);
    if (lie == "flip") answer.back() ^= 0x10;
    if (lie == "short") answer.resize(answer.size() - 7);
    if (lie == "huge") answer.resize(100'000'000);
    if (lie == "other") {
        static std::mutex mutex;
        static std::vector<std::uint8_t> first;
        const std::lock_guard lock(mutex);
        if (first.empty()) first = answer;
        std::vector<std::uint8_t> other = first;
        std::copy_n(answer.begin() + number_at, number_end - number_at, other.begin() + number_at);
        answer = other;
    }
    return publish(connection, subject, answer.data(), static_cast<int>(answer.size()));
}

extern "C" const char *lzma_version_string() {
    if (const auto version = setting("ODD_LIBLZMA"); !version.empty()) return version.data();
    return reinterpret_cast<const char *(*)()>(::dlsym(RTLD_NEXT, "lzma_version_string"))();
}

extern "C" std::size_t libdeflate_zlib_compress(void *compressor, const void *raw, std::size_t size, void *out, std::size_t room) {
    using Compress = decltype(&libdeflate_zlib_compress);
    static const auto compress = reinterpret_cast<Compress>(::dlsym(RTLD_NEXT, "libdeflate_zlib_compress"));
    const auto delay = setting("ODD_BLOCK_MS");
    if (delay.empty()) return compress(compressor, raw, size, out, room);
    std::this_thread::sleep_for(std::chrono::milliseconds(std::atoi(delay.data())));
    const auto *from = static_cast<const std::uint8_t *>(raw);
    auto *to = static_cast<std::uint8_t *>(out);
    *to++ = 0x78;
    *to++ = 0x01;
    for (std::size_t at = 0; at < size;) {
        const std::size_t part = std::min<std::size_t>(size - at, 65535);
        *to++ = at + part == size;
        for (const std::size_t value : {part, ~part}) {
            *to++ = static_cast<std::uint8_t>(value);
            *to++ = static_cast<std::uint8_t>(value >> 8);
        }
        std::memcpy(to, from + at, part);
        to += part;
        at += part;
    }
    const auto sum = ::adler32(1, from, static_cast<unsigned>(size));
    for (int shift = 24; shift >= 0; shift -= 8) *to++ = static_cast<std::uint8_t>(sum >> shift);
    return static_cast<std::size_t>(to - static_cast<std::uint8_t *>(out));
}
