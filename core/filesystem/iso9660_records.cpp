// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesystem/iso9660_records.h"

#include "base/byte_order.h"
#include "base/civil_time.h"
#include "base/zeros.h"

#include <algorithm>
#include <array>

namespace cloop {

namespace {

/// Linux's limits; entries that add up to more are hostile.
constexpr std::size_t longest_name = 255;
constexpr std::size_t longest_link = 4095;

std::uint8_t u8(std::span<const std::byte> bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

/// Numbers are stored twice, little and big endian; returns the first copy, as Linux does.
std::uint32_t both_endian(std::span<const std::byte> bytes, std::size_t at) { return load_le<std::uint32_t>(bytes.data() + at); }

std::string_view text(std::span<const std::byte> bytes) { return {reinterpret_cast<const char *>(bytes.data()), bytes.size()}; }

std::int64_t utc(int year, int month, int day, int hour, int minute, int second, int quarter_hours) {
    return seconds_of({year, month, day, hour, minute, second}) - quarter_hours * 15 * 60;
}

/// Seven bytes, ECMA-119 9.1.5.
std::int64_t short_time(std::span<const std::byte> bytes) {
    if (u8(bytes, 1) == 0) return 0;
    return utc(1900 + u8(bytes, 0), u8(bytes, 1), u8(bytes, 2), u8(bytes, 3), u8(bytes, 4), u8(bytes, 5), static_cast<std::int8_t>(u8(bytes, 6)));
}

/// Seventeen bytes, ECMA-119 8.4.26.1: digits and the time zone.
std::int64_t long_time(std::span<const std::byte> bytes) {
    const auto number = [&](std::size_t at, std::size_t count) {
        int value = 0;
        for (std::size_t i = at; i < at + count; ++i) value = value * 10 + std::clamp(u8(bytes, i) - '0', 0, 9);
        return value;
    };
    if (number(0, 4) == 0) return 0;
    return utc(number(0, 4), number(4, 2), number(6, 2), number(8, 2), number(10, 2), number(12, 2), static_cast<std::int8_t>(u8(bytes, 16)));
}

void append_utf8(std::string &out, std::uint32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | code >> 6);
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | code >> 12);
        out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | code >> 18);
        out += static_cast<char>(0x80 | (code >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

std::string utf16_big_endian(std::span<const std::byte> stored) {
    std::string out;
    for (std::size_t at = 0; at + 1 < stored.size(); at += 2) {
        std::uint32_t code = load_be<std::uint16_t>(stored.data() + at);
        if (code >= 0xD800 && code < 0xE000) {
            const std::uint32_t low = at + 3 < stored.size() ? load_be<std::uint16_t>(stored.data() + at + 2) : 0u;
            const bool is_pair = code < 0xDC00 && low >= 0xDC00 && low < 0xE000;
            code = is_pair ? 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00) : 0xFFFD;
            if (is_pair) at += 2;
        }
        append_utf8(out, code);
    }
    return out;
}

/// "NAME.;1" → "NAME": removes the version number, and the dot that writers add to names without one.
std::string without_version(std::string name) {
    const auto semicolon = name.rfind(';');
    if (semicolon != name.npos && semicolon + 1 < name.size() && name.find_first_not_of("0123456789", semicolon + 1) == name.npos)
        name.resize(semicolon);
    while (name.size() > 1 && name.back() == '.') name.pop_back();
    return name;
}

std::string trimmed(std::string text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\0')) text.pop_back();
    return text;
}

/// SL, RRIP 4.1.3: components with flags; a slash between two of them unless the first has the CONTINUE flag. A ROOT component is a slash by itself,
/// in any position: "a//b" has one in the middle. A target that is too long is kept; creating the link then fails.
void add_link_components(std::span<const std::byte> components, RockRidge &into) {
    while (components.size() >= 2 && into.link_target.size() <= longest_link) {
        const std::uint8_t flags = u8(components, 0);
        const std::size_t size = std::min<std::size_t>(u8(components, 1), components.size() - 2);
        const bool is_root = flags & 0x18;
        if (into.link_wants_slash) into.link_target += '/';
        if (flags & 0x02) into.link_target += '.';
        else if (flags & 0x04) into.link_target += "..";
        else if (is_root) into.link_target += '/';
        else into.link_target += text(components.subspan(2, size));
        into.link_wants_slash = !is_root && !(flags & 0x01);
        components = components.subspan(2 + size);
    }
}

/// SUSP 5: a signature of two letters or digits, and a length.
bool begins_with_entry(std::span<const std::byte> area) {
    const auto is_sign = [](std::uint8_t c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    return area.size() >= 4 && is_sign(u8(area, 0)) && is_sign(u8(area, 1)) && u8(area, 2) >= 4 && u8(area, 2) <= area.size();
}

/// TF, RRIP 4.1.6: the times named by the flags, in order: creation, modification, …
void add_times(std::span<const std::byte> data, RockRidge &into) {
    if (data.empty()) return;
    const std::uint8_t flags = u8(data, 0);
    const std::size_t size = flags & 0x80 ? 17 : 7;
    const std::size_t at = 1 + (flags & 0x01 ? size : 0);
    if ((flags & 0x02) && at + size <= data.size()) into.mtime = size == 17 ? long_time(data.subspan(at)) : short_time(data.subspan(at));
}

/// ZF: compression parameters. Version 1 stores the size twice, in 32 bits; version 2 once, in 64.
void add_zisofs(std::span<const std::byte> data, RockRidge &into) {
    const std::string_view algorithm = text(data.first(2));
    into.zisofs = Zisofs{.version = static_cast<std::uint8_t>(algorithm == "pz" ? 1 : algorithm == "PZ" ? 2 : 0),
                         .header_size = static_cast<std::uint16_t>(u8(data, 2) * 4),
                         .block_shift = u8(data, 3)};
    into.inflated_size = into.zisofs->version == 2 ? load_le<std::uint64_t>(data.data() + 4) : both_endian(data, 4);
}

} // namespace

std::optional<DirectoryRecord> parse_directory_record(std::span<const std::byte> bytes) {
    if (bytes.size() < 34) return std::nullopt;
    DirectoryRecord record{.length = u8(bytes, 0)};
    const std::size_t name_size = u8(bytes, 32);
    if (record.length < 33 + std::max<std::size_t>(name_size, 1) || record.length > bytes.size() || name_size == 0) return std::nullopt;
    record.attribute_blocks = u8(bytes, 1);
    record.block = both_endian(bytes, 2);
    record.size = both_endian(bytes, 10);
    record.block_copy = load_be<std::uint32_t>(bytes.data() + 6);
    record.size_copy = load_be<std::uint32_t>(bytes.data() + 14);
    record.mtime = short_time(bytes.subspan(18, 7));
    const std::uint8_t flags = u8(bytes, 25);
    record.is_hidden = flags & 0x01;
    record.is_directory = flags & 0x02;
    record.is_associated = flags & 0x04;
    record.has_more_extents = flags & 0x80;
    record.name = bytes.subspan(33, name_size);
    const std::size_t system_use = 33 + name_size + (name_size % 2 == 0 ? 1 : 0);
    if (system_use < record.length) record.system_use = bytes.subspan(system_use, record.length - system_use);
    return record;
}

std::string iso_name(std::span<const std::byte> stored) {
    return without_version(std::string(text(stored)));
}

std::string joliet_name(std::span<const std::byte> stored) { return without_version(utf16_big_endian(stored)); }

std::span<const std::byte> behind_xa(std::span<const std::byte> area) {
    constexpr std::size_t xa_size = 14;
    const auto has_sp = [](std::span<const std::byte> at) { return at.size() >= 7 && text(at.first(2)) == "SP"; };
    return !has_sp(area) && area.size() > xa_size && has_sp(area.subspan(xa_size)) ? area.subspan(xa_size) : area;
}

std::span<const std::byte> behind_skip(std::span<const std::byte> area, std::size_t skip) {
    const auto rest = area.subspan(std::min(skip, area.size()));
    return begins_with_entry(rest) ? rest : area;
}

void parse_system_use(std::span<const std::byte> area, RockRidge &into) {
    into.next.reset();
    while (area.size() >= 4) {
        if (!begins_with_entry(area)) break;
        const std::size_t length = u8(area, 2);
        const std::string_view signature = text(area.first(2));
        const auto entry = area.first(length);
        const auto data = entry.subspan(4);
        const auto number = [&](std::size_t at) {
            const std::uint32_t first = both_endian(data, at);
            if (load_be<std::uint32_t>(data.data() + at + 4) != first) into.copies_agree = false;
            return first;
        };
        if (signature == "SP" && length >= 7 && u8(data, 0) == 0xBE && u8(data, 1) == 0xEF) {
            into.skip = u8(data, 2);
        } else if (signature == "CE" && length >= 28) {
            into.next = RockRidge::Continuation{number(0), number(8), number(16)};
        } else if (signature == "PX" && length >= 36) {
            into.is_present = true;
            into.mode = number(0);
            into.links = number(8);
            into.uid = number(16);
            into.gid = number(24);
            if (length >= 44) into.inode = number(32);
        } else if (signature == "PN" && length >= 20) {
            into.has_device = true;
            into.device_high = number(0);
            into.device_low = number(8);
        } else if (signature == "NM" && length >= 5) {
            into.is_present = true;
            // Flags 2 and 4 mean "." and "..", whose records are already known as such.
            if ((u8(data, 0) & 0x06) == 0) into.name = (into.name.value_or("") + std::string(text(data.subspan(1)))).substr(0, longest_name);
        } else if (signature == "SL" && length >= 5) {
            into.is_present = into.has_link = true;
            add_link_components(data.subspan(1), into);
        } else if (signature == "TF" && length >= 5) {
            add_times(data, into);
        } else if (signature == "CL" && length >= 12) {
            into.child_block = number(0);
        } else if (signature == "ZF" && length >= 16) {
            add_zisofs(data, into);
        } else if (signature == "RE") {
            into.is_relocated = true;
        } else if (signature == "ST") {
            return;
        }
        area = area.subspan(length);
    }
    if (!is_all_zero(area)) into.is_well_formed = false;
}

std::optional<VolumeDescriptor> parse_volume_descriptor(std::span<const std::byte> sector) {
    if (sector.size() < iso_sector || text(sector.subspan(1, 5)) != "CD001") return std::nullopt;
    VolumeDescriptor volume;
    const std::uint8_t type = u8(sector, 0);
    if (type == 255) volume.type = VolumeDescriptor::Type::terminator;
    if (type != 1 && type != 2) return volume;

    const std::string_view escape = text(sector.subspan(88, 3));
    const bool is_joliet = type == 2 && (escape == "%/@" || escape == "%/C" || escape == "%/E");
    if (type == 2 && !is_joliet) return volume;
    // Some writers give a record length above the room of 34 bytes; Linux uses only the root's extent.
    std::array<std::byte, 34> root_record;
    std::ranges::copy(sector.subspan(156, root_record.size()), root_record.begin());
    root_record[0] = std::byte{root_record.size()};
    const auto root = parse_directory_record(root_record);
    if (!root) return volume;
    volume.type = is_joliet ? VolumeDescriptor::Type::joliet : VolumeDescriptor::Type::primary;
    const auto label = sector.subspan(40, 32);
    volume.label = trimmed(is_joliet ? utf16_big_endian(label) : std::string(text(label)));
    const std::uint32_t block_size = load_le<std::uint16_t>(sector.data() + 128);
    if (block_size == 512 || block_size == 1024) volume.block_size = block_size;
    volume.blocks = both_endian(sector, 80);
    volume.path_table_size = both_endian(sector, 132);
    volume.path_table_size_copy = load_be<std::uint32_t>(sector.data() + 136);
    volume.path_table_little = load_le<std::uint32_t>(sector.data() + 140);
    volume.path_table_big = load_be<std::uint32_t>(sector.data() + 148);
    volume.root = *root;
    volume.root.name = volume.root.system_use = {};
    return volume;
}

std::vector<PathTableEntry> parse_path_table(std::span<const std::byte> bytes, bool is_big_endian) {
    std::vector<PathTableEntry> entries;
    while (bytes.size() >= 8) {
        const std::size_t name_size = u8(bytes, 0);
        if (name_size == 0 || 8 + name_size > bytes.size()) break;
        PathTableEntry entry;
        entry.block = is_big_endian ? load_be<std::uint32_t>(bytes.data() + 2) : load_le<std::uint32_t>(bytes.data() + 2);
        entry.parent = is_big_endian ? load_be<std::uint16_t>(bytes.data() + 6) : load_le<std::uint16_t>(bytes.data() + 6);
        entry.name = bytes.subspan(8, name_size);
        entries.push_back(entry);
        bytes = bytes.subspan(std::min(8 + name_size + name_size % 2, bytes.size()));
    }
    return entries;
}

} // namespace cloop
