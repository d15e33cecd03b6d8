// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/image_reader.h"

#include "base/precondition.h"
#include "base/zeros.h"
#include "image/block_cache.h"

#include <algorithm>
#include <cstring>

namespace cloop {

Result<std::shared_ptr<const ImageReader>> ImageReader::open(SourcePtr file, const Options &options, const std::stop_token &stop) {
    auto found = find_head(*file, stop);
    if (!found) return std::unexpected(std::move(found).error().at(file->name()));
    if (options.on_correction)
        for (const HeadCorrection &correction : found->corrections) options.on_correction(*file, correction);
    return std::shared_ptr<const ImageReader>(new ImageReader(std::move(file), std::move(*found), options));
}

ImageReader::ImageReader(SourcePtr file, FoundHead found, const Options &options)
    : file_(std::move(file)), found_(std::move(found)), finder_(*file_, found_.head, found_.index), on_misplaced_(options.on_misplaced),
      cache_(std::make_unique<BlockCache>(*this, options.cache_bytes, options.threads, options.failure_memory)) {}

ImageReader::~ImageReader() = default;

Result<RawBlock> ImageReader::read_block(std::size_t block, std::span<std::byte> raw, BlockScratch &scratch) const {
    auto read = read_as_indexed(block, raw, scratch);
    if (read && read->fills_its_place) return read->block;
    // A read error or lack of memory says nothing about the index.
    if (!read && (read.error().code == ErrorCode::block_unreadable || read.error().code == ErrorCode::out_of_memory))
        return std::unexpected(std::move(read).error());

    if (const auto found = finder_.find(block, raw, scratch.memory)) {
        const bool is_where_it_was_said =
            found->begin == index().entry_offset(block) && static_cast<std::uint8_t>(found->codec) == index().entry_codec(block);
        const bool is_misplaced = !read || !is_where_it_was_said;
        if (is_misplaced && on_misplaced_ && !has_misplaced_.exchange(true)) on_misplaced_(*file_);
        return RawBlock{found->check, is_all_zero(raw), is_misplaced};
    }
    // Unused bytes after a block that passed its check do no harm, unless it may be another block.
    if (read && read->block.check == Check::passed && !finder_.is_contradicted(block)) {
        read = read_as_indexed(block, raw, scratch);
        if (read) return read->block;
    }
    if (read)
        return std::unexpected(Error{.code = ErrorCode::block_damaged, .offset = index().entry_offset(block), .block = block, .subject = name()});
    return std::unexpected(std::move(read).error());
}

Result<std::span<const std::byte>> ImageReader::read_stored(std::size_t block, BlockMemory &memory) const {
    CLOOP_PRE(block < block_count());
    const auto failed = [&](ErrorCode code, std::uint64_t offset, int sys = 0, std::string detail = {}) {
        return std::unexpected(Error{code, sys, offset, block, name(), std::move(detail)});
    };
    switch (index().defect(block)) {
    case Defect::none: break;
    case Defect::entry_damaged: return std::unexpected(entry_damaged(block));
    case Defect::missing: return failed(ErrorCode::block_missing, file_size());
    }
    const BlockRef ref = index()[block];
    if (memory.stored.size() < ref.size) memory.stored.resize(std::max<std::size_t>(ref.size, block_size()));
    const std::span stored(memory.stored.data(), ref.size);
    const auto got = file_->read_at(ref.offset, stored);
    if (!got) {
        const Error &below = got.error();
        return failed(below.code == ErrorCode::read_failed ? ErrorCode::block_unreadable : below.code, ref.offset, below.sys, below.detail);
    }
    if (*got < ref.size) return failed(ErrorCode::block_missing, ref.offset);
    return stored;
}

Error ImageReader::entry_damaged(std::size_t block) const {
    return {.code = ErrorCode::entry_damaged, .offset = head().index_offset + block * head().entry_size(), .block = block, .subject = name()};
}

Result<ImageReader::Indexed> ImageReader::read_as_indexed(std::size_t block, std::span<std::byte> raw, BlockScratch &scratch) const {
    CLOOP_LET(read, read_stored(block, scratch.memory));
    const std::span<const std::byte> stored = read;
    if (stored.empty()) {
        if (!finder_.is_empty(block, scratch.memory)) return std::unexpected(entry_damaged(block));
        std::memset(raw.data(), 0, raw.size());
        return Indexed{{Check::passed, true}};
    }
    const BlockRef ref = index()[block];
    auto &zero = scratch.zero;
    if (!zero.stored.empty() && zero.codec == ref.codec && std::ranges::equal(zero.stored, stored)) {
        std::memset(raw.data(), 0, raw.size());
        return Indexed{{zero.check, true}};
    }
    const auto decoded = decode_block(head(), block, CodecId{ref.codec}, stored, raw, scratch.memory.decoder);
    if (!decoded)
        return std::unexpected(
            Error{.code = decoded.error().code, .offset = ref.offset, .block = block, .subject = name(), .detail = decoded.error().detail});
    // With zero-size blocks (mkuzip), the next block's entries must confirm this one's end.
    const bool is_contradicted = head().is_by_mkuzip && block + 1 < index().known_size() && index().defect(block + 1) == Defect::entry_damaged;
    const bool fills_its_place = decoded->stored_size == ref.size && !is_contradicted;
    const bool is_zero = is_all_zero(raw);
    if (is_zero && fills_its_place) zero = {ref.codec, {stored.begin(), stored.end()}, decoded->check};
    return Indexed{{decoded->check, is_zero}, fills_its_place};
}

Result<std::size_t> ImageReader::read_at(std::uint64_t offset, std::span<std::byte> out) const { return cache_->read_at(offset, out); }

} // namespace cloop
