// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/fat_image.h"

#include "base/byte_order.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <map>
#include <memory>
#include <optional>

namespace cloop {

namespace {

constexpr std::size_t fat_sector = 512, fat_record = 32, reserved_fat_sectors = 1, fat_tables = 2, root_records = 512,
                      root_fat_sectors = root_records * fat_record / fat_sector;
constexpr std::uint32_t first_cluster = 2, least_clusters = 4096, most_clusters = 65524 - 16;
constexpr std::uint16_t chain_end = 0xFFFF;
enum Attribute : unsigned char { volume_label = 0x08, subfolder = 0x10, plain_file = 0x20, long_name = 0x0F };

struct Entry {
    std::map<std::string, std::unique_ptr<Entry>> children;  ///< of a folder
    std::span<const std::byte> bytes{};                      ///< of a file
    bool is_folder = false;
    std::uint32_t cluster = 0;
};

using ShortName = std::array<char, 11>;

/// "BOOTX64.EFI" as "BOOTX64 EFI"; none if it does not fit.
std::optional<ShortName> short_name(std::string_view name) {
    const auto dot = name.rfind('.');
    const std::string_view stem = name.substr(0, dot), ending = dot == name.npos ? std::string_view() : name.substr(dot + 1);
    const auto fits = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
    if (stem.empty() || stem.size() > 8 || ending.size() > 3 || !std::ranges::all_of(stem, fits) || !std::ranges::all_of(ending, fits))
        return std::nullopt;
    ShortName made;
    made.fill(' ');
    std::ranges::copy(stem, made.begin());
    std::ranges::copy(ending, made.begin() + 8);
    return made;
}

/// A short name for a long one: "GRUB~1  CFG".
ShortName alias_of(std::string_view name, int number) {
    ShortName made;
    made.fill(' ');
    std::size_t at = 0;
    const auto dot = name.rfind('.');
    const auto capital = [](char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); };
    for (const char c : name.substr(0, dot))
        if (std::isalnum(static_cast<unsigned char>(c)) && at < 6) made[at++] = capital(c);
    made[at++] = '~';
    made[at] = static_cast<char>('0' + number);
    at = 8;
    if (dot != name.npos)
        for (const char c : name.substr(dot + 1, 3)) made[at++] = capital(c);
    return made;
}

/// Records of a folder.
class Records {
public:
    void add(const ShortName &name, unsigned char attributes, std::uint32_t cluster, std::uint32_t size) {
        bytes_.resize(bytes_.size() + fat_record);
        std::byte *at = bytes_.data() + bytes_.size() - fat_record;
        std::memcpy(at, name.data(), name.size());
        at[11] = std::byte{attributes};
        constexpr std::uint16_t first_day = 1 << 5 | 1;  // 1980-01-01
        for (const std::size_t date : {16U, 18U, 24U}) store_le<std::uint16_t>(at + date, first_day);
        store_le<std::uint16_t>(at + 26, static_cast<std::uint16_t>(cluster));
        store_le<std::uint32_t>(at + 28, size);
    }

    /// The records of a long name, the last part first. Pre: ASCII.
    void add_long(std::string_view name, const ShortName &alias) {
        unsigned char sum = 0;
        for (const char c : alias) sum = static_cast<unsigned char>((sum >> 1 | sum << 7) + static_cast<unsigned char>(c));
        constexpr std::size_t part = 13;
        const std::size_t count = (name.size() + part - 1) / part;
        for (std::size_t number = count; number > 0; --number) {
            bytes_.resize(bytes_.size() + fat_record);
            std::byte *at = bytes_.data() + bytes_.size() - fat_record;
            at[0] = static_cast<std::byte>(number | (number == count ? 0x40 : 0));
            at[11] = std::byte{long_name};
            at[13] = std::byte{sum};
            constexpr std::array<std::size_t, part> places{1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30};
            for (std::size_t i = 0; i < part; ++i) {
                const std::size_t letter = (number - 1) * part + i;
                const auto code = letter < name.size()    ? static_cast<std::uint16_t>(name[letter])
                                  : letter == name.size() ? std::uint16_t{0}
                                                          : std::uint16_t{0xFFFF};
                store_le<std::uint16_t>(at + places[i], code);
            }
        }
    }

    const std::vector<std::byte> &bytes() const { return bytes_; }

private:
    std::vector<std::byte> bytes_;
};

class FatWriter {
public:
    void add(const FatFile &file) {
        Entry *at = &root_;
        std::string_view rest = file.path;
        for (auto slash = rest.find('/'); slash != rest.npos; slash = rest.find('/')) {
            auto &child = at->children[std::string(rest.substr(0, slash))];
            if (!child) child = std::make_unique<Entry>(Entry{.is_folder = true});
            at = child.get();
            rest.remove_prefix(slash + 1);
        }
        at->children[std::string(rest)] = std::make_unique<Entry>(Entry{.bytes = file.bytes});
    }

    Result<std::vector<std::byte>> write(std::string_view label) {
        std::uint32_t next = first_cluster;
        place(root_, next);
        const std::uint32_t clusters = std::max(next - first_cluster, least_clusters);
        if (clusters > most_clusters) return fail(ErrorCode::content_too_large);
        const auto table_sectors = static_cast<std::uint16_t>(((clusters + first_cluster) * 2 + fat_sector - 1) / fat_sector);
        data_ = (reserved_fat_sectors + fat_tables * table_sectors + root_fat_sectors) * fat_sector;
        image_.resize(data_ + clusters * fat_sector);
        write_boot_sector(table_sectors, label);
        table_ = reserved_fat_sectors * fat_sector;
        store_le<std::uint16_t>(image_.data() + table_, 0xFFF8);
        store_le<std::uint16_t>(image_.data() + table_ + 2, chain_end);

        Records root;
        ShortName name;
        name.fill(' ');
        std::ranges::copy(label.substr(0, name.size()), name.begin());
        root.add(name, volume_label, 0, 0);
        list(root_, root);
        std::ranges::copy(root.bytes(), image_.begin() + static_cast<std::ptrdiff_t>(data_ - root_fat_sectors * fat_sector));
        write(root_, 0);
        const auto first = image_.begin() + static_cast<std::ptrdiff_t>(table_);
        std::copy_n(first, table_sectors * fat_sector, first + static_cast<std::ptrdiff_t>(table_sectors * fat_sector));
        return std::move(image_);
    }

private:
    static std::uint32_t clusters_for(std::size_t bytes) { return static_cast<std::uint32_t>((bytes + fat_sector - 1) / fat_sector); }

    /// Records of a long name count, too.
    static std::size_t records_of(const Entry &folder) {
        std::size_t count = 2;
        for (const auto &[name, child] : folder.children) count += 1 + (short_name(name) ? 0 : (name.size() + 12) / 13);
        return count;
    }

    static void place(Entry &from, std::uint32_t &next) {
        for (auto &[name, child] : from.children) {
            const std::size_t bytes = child->is_folder ? records_of(*child) * fat_record : child->bytes.size();
            child->cluster = bytes > 0 ? next : 0;
            next += clusters_for(bytes);
            if (child->is_folder) place(*child, next);
        }
    }

    static void list(const Entry &from, Records &into) {
        int number = 0;
        for (const auto &[name, child] : from.children) {
            auto stored = short_name(name);
            if (!stored) {
                stored = alias_of(name, ++number);
                into.add_long(name, *stored);
            }
            into.add(*stored, child->is_folder ? subfolder : plain_file, child->cluster, static_cast<std::uint32_t>(child->bytes.size()));
        }
    }

    void write(const Entry &from, std::uint32_t cluster_of_parent) {
        for (const auto &[name, child] : from.children) {
            if (!child->is_folder) {
                put(*child, child->bytes);
                continue;
            }
            Records records;
            ShortName dots;
            dots.fill(' ');
            dots[0] = '.';
            records.add(dots, subfolder, child->cluster, 0);
            dots[1] = '.';
            records.add(dots, subfolder, cluster_of_parent, 0);
            list(*child, records);
            put(*child, records.bytes());
            write(*child, child->cluster);
        }
    }

    void put(const Entry &entry, std::span<const std::byte> bytes) {
        const std::uint32_t count = clusters_for(bytes.size());
        for (std::uint32_t i = 0; i < count; ++i)
            store_le<std::uint16_t>(image_.data() + table_ + 2 * (entry.cluster + i),
                                    i + 1 < count ? static_cast<std::uint16_t>(entry.cluster + i + 1) : chain_end);
        if (count > 0)
            std::ranges::copy(bytes, image_.begin() + static_cast<std::ptrdiff_t>(data_ + std::size_t{entry.cluster - first_cluster} * fat_sector));
    }

    void write_boot_sector(std::uint16_t table_sectors, std::string_view label) {
        std::byte *at = image_.data();
        const auto text = [&](std::size_t offset, std::string_view words) { std::memcpy(at + offset, words.data(), words.size()); };
        const auto word = [&](std::size_t offset, std::size_t value) { store_le<std::uint16_t>(at + offset, static_cast<std::uint16_t>(value)); };
        text(0, "\xEB\x3C\x90mkfs.fat");
        word(11, fat_sector);
        at[13] = std::byte{1};  // sectors of a cluster
        word(14, reserved_fat_sectors);
        at[16] = std::byte{fat_tables};
        word(17, root_records);
        const std::size_t sectors = image_.size() / fat_sector;
        if (sectors < 65536) word(19, sectors);
        else store_le<std::uint32_t>(at + 32, static_cast<std::uint32_t>(sectors));
        at[21] = std::byte{0xF8};  // a disk
        word(22, table_sectors);
        word(24, 32);  // sectors of a track, heads: of no meaning today
        word(26, 64);
        at[36] = std::byte{0x80};
        at[38] = std::byte{0x29};
        store_le<std::uint32_t>(at + 39, 0x434C4F50);  // serial number
        std::string padded(label.substr(0, 11));
        padded.resize(11, ' ');
        text(43, padded);
        text(54, "FAT16   ");
        word(510, 0xAA55);
    }

    Entry root_{.is_folder = true};
    std::vector<std::byte> image_;
    std::size_t data_ = 0, table_ = 0;  ///< offsets of the first cluster and the first table
};

} // namespace

Result<std::vector<std::byte>> make_fat_image(std::span<const FatFile> files, std::string_view label) {
    FatWriter writer;
    for (const FatFile &file : files) writer.add(file);
    return writer.write(label);
}

} // namespace cloop
