// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesystem/zisofs_source.h"

#include "base/byte_order.h"

#include <algorithm>
#include <array>
#include <new>

namespace cloop {

namespace {

constexpr std::array<unsigned char, 8> magic_1{0x37, 0xE4, 0x53, 0x96, 0xC9, 0xDB, 0xD6, 0x07};
constexpr std::array<unsigned char, 8> magic_2{0xEF, 0x22, 0x55, 0xA1, 0xBC, 0x1B, 0x95, 0xA0};

} // namespace

ZisofsSource::ZisofsSource(const std::shared_ptr<const Filesystem> &filesystem, NodeId node, const Zisofs &format)
    : stored_(filesystem, node), format_(format), size_((*filesystem)[node].size), is_cut_short_((*filesystem)[node].is_incomplete),
      decoder_(find_codec(CodecId::zlib)->make_decoder()) {}

Result<std::size_t> ZisofsSource::read_at(std::uint64_t offset, std::span<std::byte> out) const try {
    if (offset >= size_) return 0;
    if (!format_.is_known()) return fail(ErrorCode::compression_unknown, name());
    out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size_ - offset)));
    const std::lock_guard lock(mutex_);
    for (std::size_t done = 0; done < out.size();) {
        const std::uint64_t block = (offset + done) >> format_.block_shift;
        const auto within = static_cast<std::size_t>(offset + done - begin_of(block));
        const auto raw_size = static_cast<std::size_t>(end_of(block) - begin_of(block));
        const auto part = out.subspan(done, std::min(out.size() - done, raw_size - within));
        if (part.size() == raw_size) {
            CLOOP_TRY(inflate(block, part));
        } else {
            if (kept_block_ != block) {
                kept_block_.reset();
                kept_.resize(raw_size);
                CLOOP_TRY(inflate(block, kept_));
                kept_block_ = block;
            }
            std::ranges::copy(std::span(kept_).subspan(within, part.size()), part.begin());
        }
        done += part.size();
    }
    return out.size();
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory, name());
}

std::uint64_t ZisofsSource::lost_until(std::uint64_t offset) const {
    if (!format_.is_known()) return size_;
    const std::uint64_t block = offset >> format_.block_shift;
    // Past the end of the table, no block can be located.
    return table_place(block + 2) > stored_.size() ? size_ : end_of(block);
}

std::unexpected<Error> ZisofsSource::bad_block(ErrorCode code, std::uint64_t block) const {
    return std::unexpected(Error{.code = code, .offset = begin_of(block), .subject = name()});
}

/// Where the block's zlib stream lies in the stored bytes. Empty: a block of zeros.
Result<Extent> ZisofsSource::place_of(std::uint64_t block) const {
    if (table_place(block + 2) > stored_.size()) return bad_block(is_cut_short_ ? ErrorCode::block_missing : ErrorCode::block_damaged, block);
    std::array<std::byte, 16> entries;
    const std::size_t width = format_.pointer_size();
    CLOOP_TRY(read_exactly(stored_, table_place(block), std::span(entries).first(2 * width)));
    const auto entry = [&](std::size_t i) -> std::uint64_t {
        return width == 4 ? load_le<std::uint32_t>(entries.data() + 4 * i) : load_le<std::uint64_t>(entries.data() + 8 * i);
    };
    const std::uint64_t begin = entry(0), end = entry(1);
    // No stream begins within header and table, so a zeroed table, as in a copy past damage, does not yield a file of zeros.
    const std::uint64_t table_end = table_place(((size_ - 1) >> format_.block_shift) + 2);
    const bool is_sane = begin >= table_end && begin <= end && end - begin <= 2 * begin_of(1) + 4096;
    if (is_sane && end > stored_.size() && is_cut_short_) return bad_block(ErrorCode::block_missing, block);
    if (!is_sane || end > stored_.size()) return bad_block(ErrorCode::block_damaged, block);
    return Extent{begin, end - begin};
}

/// Whether the size in the file's own header differs: then the end of the file is unknown.
Result<bool> ZisofsSource::has_other_size() const {
    std::array<std::byte, 24> header;
    const std::size_t header_size = format_.version == 1 ? 16 : 24;
    if (stored_.size() < header_size) return false;
    if (auto read = read_exactly(stored_, 0, std::span(header).first(header_size)); !read) {
        if (read.error().code == ErrorCode::out_of_memory) return std::unexpected(std::move(read).error());
        return false;
    }
    const auto &magic = format_.version == 1 ? magic_1 : magic_2;
    if (!std::ranges::equal(magic, std::span(header).first(8), {}, {}, [](std::byte byte) { return static_cast<unsigned char>(byte); })) return false;
    return size_ != (format_.version == 1 ? load_le<std::uint32_t>(header.data() + 8) : load_le<std::uint64_t>(header.data() + 12));
}

/// Pre: `raw` is as long as the block.
Status ZisofsSource::inflate(std::uint64_t block, std::span<std::byte> raw) const {
    if (end_of(block) == size_) {
        CLOOP_LET(differs, has_other_size());
        if (differs) return bad_block(ErrorCode::block_damaged, block);
    }
    CLOOP_LET(place, place_of(block));
    if (place.size == 0) {
        std::ranges::fill(raw, std::byte{0});
        return {};
    }
    packed_.resize(static_cast<std::size_t>(place.size));
    CLOOP_TRY(read_exactly(stored_, place.offset, packed_));
    const auto inflated = decoder_->decode(packed_, raw);
    if (inflated) return {};
    if (inflated.error().code == ErrorCode::out_of_memory) return std::unexpected(inflated.error());
    return bad_block(ErrorCode::block_damaged, block);
}

} // namespace cloop
