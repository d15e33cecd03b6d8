// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/boot_facts.h"

#include "base/byte_order.h"

#include <cstdint>
#include <cstring>

namespace cloop {

std::string pretty_name(std::string_view os_release) {
    constexpr std::string_view key = "PRETTY_NAME=";
    while (!os_release.empty()) {
        const auto end = os_release.find('\n');
        std::string_view line = os_release.substr(0, end);
        os_release.remove_prefix(end == os_release.npos ? os_release.size() : end + 1);
        if (!line.starts_with(key)) continue;
        line.remove_prefix(key.size());
        if (line.size() >= 2 && line.starts_with('"')) line = line.substr(1, line.size() - 2);
        return std::string(line);
    }
    return {};
}

bool has_signature(std::span<const std::byte> program) {
    constexpr std::size_t place_of_header = 0x3C, directories = 24 + 112, certificates = 4 * 8 + 4;
    if (program.size() < place_of_header + 4) return false;
    const std::size_t header = load_le<std::uint32_t>(&program[place_of_header]);
    constexpr std::size_t behind = directories + certificates + 4;
    if (program.size() < behind || header > program.size() - behind || std::memcmp(&program[header], "PE\0", 4) != 0) return false;
    return load_le<std::uint32_t>(&program[header + directories + certificates]) > 0;
}

} // namespace cloop
