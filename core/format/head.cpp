// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/head.h"

#include "base/byte_order.h"
#include "format/block_index.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>

namespace cloop {

namespace {

constexpr std::size_t block_size_offset = 128;
constexpr std::size_t block_count_offset = 132;

/// Number of adjacent entries that rise by a plausible block. No block lies at offset 0.
template <class Load> std::size_t count_rising(std::size_t entries, std::uint64_t largest, std::uint64_t file_size, Load load) {
    std::size_t rising = 0;
    for (std::size_t i = 0; i + 1 < entries; ++i) {
        const std::uint64_t from = load(i);
        const std::uint64_t to = load(i + 1);
        if (from != 0 && from < to && to - from <= largest && to <= file_size) ++rising;
    }
    return rising;
}

} // namespace

bool is_valid_block_size(std::uint64_t bytes) { return bytes != 0 && bytes % 512 == 0 && bytes <= max_block_size; }

Head read_head(std::span<const std::byte> bytes, Version version, HeadPlace place) {
    return {.version = version,
            .place = place,
            .block_size = load_be<std::uint32_t>(bytes.data() + block_size_offset),
            .block_count = load_be<std::uint32_t>(bytes.data() + block_count_offset)};
}

Status check_head(const Head &head) {
    if (!is_valid_block_size(head.block_size)) return fail(ErrorCode::bad_block_size, {}, std::to_string(head.block_size));
    if (head.index_size() > max_index_size) return fail(ErrorCode::index_too_large, {}, std::to_string(head.block_count));
    return {};
}

bool is_believable_v0_index(std::span<const std::byte> index, const Head &head, std::uint64_t file_size) {
    const std::size_t entries = index.size() / 4;
    if (entries != std::size_t{head.block_count} + 1) return false;
    const auto load = [&](std::size_t i) -> std::uint64_t { return load_be<std::uint32_t>(index.data() + 4 * i); };
    const std::uint64_t data_begin = head_size + head.index_size();
    if (load(0) < data_begin || load(0) > file_size) return false;
    const std::uint64_t largest = max_stored_size(head.block_size);
    const std::size_t blocks = entries - 1;
    if (load(0) == data_begin && blocks >= 16 && count_rising(entries, largest, UINT32_MAX, load) == blocks) return true;
    // Each damaged entry breaks two pairs.
    const std::size_t tolerated = blocks >= 16 ? 2 * (blocks / 16) : 0;
    return count_rising(entries, largest, file_size, load) + tolerated >= blocks && (load(blocks) <= file_size || tolerated > 0);
}

bool is_little_endian_index(std::span<const std::byte> index, const Head &head, std::uint64_t file_size) {
    const std::size_t entries = index.size() / 8;
    const std::uint64_t largest = max_stored_size(head.block_size);
    const auto little_entry = [&](std::size_t i) { return load_le<std::uint64_t>(index.data() + 8 * i); };
    const auto big_entry = [&](std::size_t i) { return load_be<std::uint64_t>(index.data() + 8 * i); };
    const auto little = count_rising(entries, largest, file_size, little_entry), big = count_rising(entries, largest, file_size, big_entry);
    return little > big || (little == big && (entries == 0 || little_entry(0) <= big_entry(0)));
}

std::size_t count_rising_entries(std::span<const std::byte> index, const Head &head, std::uint64_t file_size) {
    return count_rising(index.size() / 8, max_stored_size(head.block_size), file_size,
                        [&](std::size_t i) { return load_be<std::uint64_t>(index.data() + 8 * i) & offset_mask; });
}

std::array<std::byte, head_size> make_head(const Head &head, std::optional<std::uint64_t> exact_size) {
    const std::string preamble = make_preamble(head.version, exact_size);
    std::array<std::byte, head_size> bytes{};
    std::memcpy(bytes.data(), preamble.data(), preamble_size);
    store_be(bytes.data() + block_size_offset, head.block_size);
    store_be(bytes.data() + block_count_offset, head.block_count);
    return bytes;
}

std::span<const std::byte> stream_prologue() {
    static constexpr std::string_view script = "#!/bin/sh\n"
                                               "# A cloop image, its head at the end. To unpack it: cloop extract\n"
                                               "modprobe cloop file=$0 && mount -r -t iso9660 /dev/cloop $1\n"
                                               "exit $?\n";
    return std::as_bytes(std::span(script));
}

} // namespace cloop
