// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/iso_directories.h"

#include "base/byte_order.h"

namespace cloop {

namespace {

constexpr std::uint32_t first_descriptor = 16;

std::uint8_t octet(std::span<const std::byte> bytes, std::size_t at) { return std::to_integer<std::uint8_t>(bytes[at]); }

std::uint32_t little(std::span<const std::byte> bytes, std::size_t at) { return load_le<std::uint32_t>(&bytes[at]); }
std::uint32_t big(std::span<const std::byte> bytes, std::size_t at) { return load_be<std::uint32_t>(&bytes[at]); }

} // namespace

Status IsoDirectories::pass(std::span<std::byte> sectors) {
    for (; !sectors.empty() && !is_complete(); sectors = sectors.subspan(sector)) {
        CLOOP_TRY(pass_sector(sectors.first<sector>()));
        ++number_;
    }
    return {};
}

Status IsoDirectories::pass_sector(std::span<std::byte, sector> bytes) {
    if (number_ < first_descriptor) return {};
    if (!has_volume_) return read_descriptor(bytes);
    if (left_ == 0) {
        const auto next = expected_.begin();
        if (next->first > number_) return {};
        const Extent extent = next->second;
        expected_.erase(next);
        CLOOP_TRY(begin(extent, bytes));
    }
    if (left_ == 0) return {};
    --left_;
    return read_records(bytes);
}

Status IsoDirectories::read_descriptor(std::span<const std::byte, sector> bytes) {
    const std::uint8_t type = octet(bytes, 0);
    if (type == 255) has_volume_ = true;
    if (type != 1 && type != 2) return {};
    const auto root = little(bytes, 158);
    CLOOP_TRY(expect(root, {.size = little(bytes, 166), .kind = type == 1 ? Kind::rock_ridge : Kind::joliet}));
    CLOOP_TRY(expect(little(bytes, 140), {.root = root, .kind = Kind::little_endian_path_table}));
    return expect(big(bytes, 148), {.root = root, .kind = Kind::big_endian_path_table});
}

/// Checks that a directory or path table begins with an entry for its own place. A directory's second entry is for its parent: its name is the byte
/// 1, of which libisofs writes the wrong half, 0, where the processor is big-endian.
Status IsoDirectories::begin(const Extent &extent, std::span<std::byte, sector> bytes) {
    if (extent.kind == Kind::little_endian_path_table || extent.kind == Kind::big_endian_path_table) {
        const auto root = extent.kind == Kind::little_endian_path_table ? little(bytes, 2) : big(bytes, 2);
        if (octet(bytes, 0) != 1 || root != extent.root) return broken();
        return {};
    }
    if (octet(bytes, 0) < 34 || octet(bytes, 32) != 1 || octet(bytes, 33) != 0 || little(bytes, 2) != number_ || little(bytes, 10) != extent.size)
        return broken();
    const auto parent = bytes.subspan(octet(bytes, 0), 34);
    if (octet(parent, 0) < 34 || octet(parent, 32) != 1 || octet(parent, 33) > 1) return broken();
    parent[33] = std::byte{1};
    kind_ = extent.kind;
    left_ = extent.size / sector;
    return {};
}

Status IsoDirectories::read_records(std::span<std::byte, sector> bytes) {
    for (std::size_t at = 0; at < sector;) {
        const std::size_t length = octet(bytes, at);
        if (length == 0) return {};
        if (length < 34 || length > sector - at) return broken();
        const auto record = bytes.subspan(at, length);
        const std::size_t name = octet(record, 32);
        if (33 + name > length) return broken();
        const bool is_directory = (octet(record, 25) & 2) != 0;
        const bool is_self_or_parent = name == 1 && octet(record, 33) <= 1;
        if (is_directory && !is_self_or_parent) CLOOP_TRY(expect(little(record, 2), {.size = little(record, 10), .kind = kind_}));
        if (kind_ == Kind::rock_ridge) renumber(record.subspan(std::min(length, (33 + name + 1) / 2 * 2)));
        at += length;
    }
    return {};
}

/// libisofs always writes PX into the record itself, not into a continuation (CE).
void IsoDirectories::renumber(std::span<std::byte> fields) {
    constexpr std::size_t serial = 36;
    while (fields.size() >= 4) {
        const std::size_t length = octet(fields, 2);
        if (length < 4 || length > fields.size()) return;
        if (octet(fields, 0) == 'P' && octet(fields, 1) == 'X' && length >= serial + 8) {
            const auto number = serials_.try_emplace(little(fields, serial), static_cast<std::uint32_t>(serials_.size() + 1)).first->second;
            store_le(&fields[serial], number);
            store_be(&fields[serial + 4], number);
            return;
        }
        fields = fields.subspan(length);
    }
}

Status IsoDirectories::expect(std::uint32_t at, const Extent &extent) {
    if (at <= number_ || extent.size % sector != 0 || !expected_.emplace(at, extent).second) return broken();
    return {};
}

std::unexpected<Error> IsoDirectories::broken() const { return std::unexpected(Error{.code = ErrorCode::layout_broken, .offset = number_ * sector}); }

} // namespace cloop
