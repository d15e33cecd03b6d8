// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/zip_names.h"

#include "base/byte_order.h"
#include "source/packed_input.h"

#include <algorithm>
#include <array>
#include <optional>

namespace cloop {

namespace {

// PKWARE's APPNOTE.TXT, 4.3.7, 4.3.12, 4.3.16, 4.4.2 and 4.4.4.
constexpr std::uint32_t local_signature = 0x04034B50, central_signature = 0x02014B50, end_signature = 0x06054B50;
constexpr std::size_t central_size = 46, end_size = 22;
constexpr std::size_t locator_size = 20, record64_size = 56;  ///< of ZIP64, located before the end record
constexpr std::uint64_t longest_tail = record64_size + locator_size + end_size + UINT16_MAX;  ///< with a comment
constexpr std::byte utf8_mark{0x08};               ///< bit 11, in the upper byte of the flags

class UnmarkedZip final : public ByteSource {
public:
    UnmarkedZip(SourcePtr file, std::uint64_t size, std::vector<std::uint64_t> marks)
        : file_(std::move(file)), size_(size), marks_(std::move(marks)) {}

    std::uint64_t size() const override { return size_; }
    const std::string &name() const override { return file_->name(); }
    Status check_unchanged() const override { return file_->check_unchanged(); }

    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        auto got = file_->read_at(offset, out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size_ - std::min(offset, size_)))));
        if (got)
            for (auto mark = std::ranges::lower_bound(marks_, offset); mark != marks_.end() && *mark < offset + *got; ++mark)
                out[static_cast<std::size_t>(*mark - offset)] &= ~utf8_mark;
        return got;
    }

private:
    SourcePtr file_;
    std::uint64_t size_;
    std::vector<std::uint64_t> marks_;  ///< byte offsets, ascending
};

/// Place of the central directory.
struct Directory {
    std::uint64_t begin, end;  ///< of the records
    std::uint64_t zip_end;     ///< after the end record, without the comment
};

Result<std::optional<Directory>> find_directory(const ByteSource &file) {
    std::array<std::byte, 4> begin;
    auto got = file.read_at(0, begin);
    if (!got) return std::unexpected(std::move(got).error());
    const auto signature = *got == begin.size() ? load_le<std::uint32_t>(begin.data()) : 0;
    if (signature != local_signature && signature != end_signature) return std::nullopt;
    std::vector<std::byte> tail(static_cast<std::size_t>(std::min(file.size(), longest_tail)));
    const std::uint64_t tail_begin = file.size() - tail.size();
    got = file.read_at(tail_begin, tail);
    if (!got) return std::unexpected(std::move(got).error());
    for (std::size_t at = *got < end_size ? 0 : *got - end_size + 1; at-- > 0;) {
        if (load_le<std::uint32_t>(&tail[at]) != end_signature || load_le<std::uint16_t>(&tail[at + 20]) > *got - at - end_size) continue;
        std::uint64_t end = tail_begin + at, size = load_le<std::uint32_t>(&tail[at + 12]);
        // ZIP64: before the end record lies a locator, and before that the record with the true size.
        if (size == UINT32_MAX && at >= locator_size + record64_size && load_le<std::uint32_t>(&tail[at - locator_size]) == 0x07064B50) {
            size = load_le<std::uint64_t>(&tail[at - locator_size - record64_size + 40]);
            end -= locator_size + record64_size;
        }
        if (size <= end) return Directory{end - size, end, tail_begin + at + end_size};
    }
    return std::nullopt;
}

std::uint64_t local_offset(std::span<const std::byte> record, std::span<const std::byte> extra) {
    const auto offset = load_le<std::uint32_t>(&record[42]);
    if (offset != UINT32_MAX) return offset;
    while (extra.size() >= 4) {
        const std::size_t size = load_le<std::uint16_t>(&extra[2]);
        if (size > extra.size() - 4) break;
        // The extra field holds only those of the three 64-bit numbers whose 32-bit field is all ones.
        const std::size_t before = (load_le<std::uint32_t>(&record[20]) == UINT32_MAX) + (load_le<std::uint32_t>(&record[24]) == UINT32_MAX);
        if (load_le<std::uint16_t>(extra.data()) == 1 && size >= 8 * before + 8) return load_le<std::uint64_t>(&extra[4 + 8 * before]);
        extra = extra.subspan(4 + size);
    }
    return offset;
}

} // namespace

Result<ZipNames> zip_names_as_stored(SourcePtr file, const std::stop_token &stop) {
    CLOOP_LET(directory, find_directory(*file));
    if (!directory) return ZipNames{std::move(file)};
    ZipNames names;
    std::vector<std::uint64_t> marks;
    PackedInput input(file, stop);
    input.take(directory->begin);
    while (input.consumed() + central_size <= directory->end) {
        const std::uint64_t at = input.consumed();
        std::array<std::byte, central_size> record;
        CLOOP_TRY(input.read(record));
        if (load_le<std::uint32_t>(record.data()) != central_signature) break;
        std::vector<std::byte> texts(std::size_t{load_le<std::uint16_t>(&record[28])} + load_le<std::uint16_t>(&record[30]) +
                                     load_le<std::uint16_t>(&record[32]));
        if (input.consumed() + texts.size() > file->size()) break;
        CLOOP_TRY(input.read(texts));
        constexpr std::byte of_unix{3}, of_mac{19};
        if (record[5] != of_unix && record[5] != of_mac) names.are_of_dos = true;
        if ((record[9] & utf8_mark) == std::byte{0}) continue;
        const auto extra = std::span(texts).subspan(load_le<std::uint16_t>(&record[28]), load_le<std::uint16_t>(&record[30]));
        marks.push_back(at + 9);
        marks.push_back(local_offset(record, extra) + 7);
    }
    std::ranges::sort(marks);
    names.is_empty = directory->zip_end == end_size;
    names.source = std::make_shared<UnmarkedZip>(std::move(file), directory->zip_end, std::move(marks));
    return names;
}

std::string utf8_of_dos_name(std::string_view bytes) {
    static constexpr std::u16string_view upper_half =
        u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";
    static_assert(upper_half.size() == 128);
    std::string text;
    for (const char c : bytes) {
        const auto octet = static_cast<unsigned char>(c);
        const unsigned code = octet < 128 ? octet : upper_half[octet - 128u];
        if (code < 0x80) {
            text += static_cast<char>(code);
        } else if (code < 0x800) {
            text += static_cast<char>(0xC0 | code >> 6);
            text += static_cast<char>(0x80 | (code & 0x3F));
        } else {
            text += static_cast<char>(0xE0 | code >> 12);
            text += static_cast<char>(0x80 | (code >> 6 & 0x3F));
            text += static_cast<char>(0x80 | (code & 0x3F));
        }
    }
    return text;
}

} // namespace cloop
