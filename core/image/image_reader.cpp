#include "image/image_reader.h"

#include "base/zeros.h"
#include "image/block_cache.h"

#include <algorithm>
#include <cstring>

namespace cloop {

Result<std::shared_ptr<const ImageReader>> ImageReader::open(SourcePtr file, const Options &options) {
    auto found = find_head(*file);
    if (!found) return std::unexpected(std::move(found).error().at(file->name()));
    return std::shared_ptr<const ImageReader>(new ImageReader(std::move(file), std::move(*found), options));
}

ImageReader::ImageReader(SourcePtr file, FoundHead found, const Options &options)
    : file_(std::move(file)), found_(std::move(found)), cache_(std::make_unique<BlockCache>(*this, options)) {}

ImageReader::~ImageReader() = default;

Result<RawBlock> ImageReader::read_block(std::size_t block, std::span<std::byte> raw, BlockScratch &scratch) const {
    const auto failed = [&](ErrorCode code, std::uint64_t offset, int sys = 0, std::string detail = {}) {
        return std::unexpected(Error{code, sys, offset, block, name(), std::move(detail)});
    };
    switch (index().defect(block)) {
    case Defect::none: break;
    case Defect::entry_damaged: return failed(ErrorCode::entry_damaged, head().index_offset + block * head().entry_size());
    case Defect::missing: return failed(ErrorCode::block_missing, file_size());
    }
    const BlockRef ref = index()[block];
    if (scratch.stored.size() < ref.size) scratch.stored.resize(std::max<std::size_t>(ref.size, block_size()));
    const std::span stored(scratch.stored.data(), ref.size);

    const auto got = file_->read_at(ref.offset, stored);
    if (!got) return failed(ErrorCode::block_unreadable, ref.offset, got.error().sys);
    if (*got < ref.size) return failed(ErrorCode::block_missing, ref.offset);

    auto &zero = scratch.zero;
    if (!zero.stored.empty() && zero.codec == ref.codec && std::ranges::equal(zero.stored, stored)) {
        std::memset(raw.data(), 0, raw.size());
        return RawBlock{zero.check, true};
    }
    const auto check = scratch.decoder.decode(CodecId{ref.codec}, stored, raw);
    if (!check) return failed(check.error().code, ref.offset, 0, check.error().detail);
    const bool is_zero = is_all_zero(raw);
    if (is_zero) zero = {ref.codec, {stored.begin(), stored.end()}, *check};
    return RawBlock{*check, is_zero};
}

Result<std::size_t> ImageReader::read_at(std::uint64_t offset, std::span<std::byte> out) const {
    if (offset >= size()) return 0;
    out = out.first(std::min<std::uint64_t>(out.size(), size() - offset));
    for (std::size_t done = 0; done < out.size();) {
        const std::uint64_t at = offset + done;
        const std::size_t within = at % block_size();
        const std::size_t part = std::min<std::size_t>(out.size() - done, block_size() - within);
        auto bytes = cache_->get(at / block_size());
        if (!bytes) return std::unexpected(std::move(bytes).error());
        std::memcpy(out.data() + done, bytes->get() + within, part);
        done += part;
    }
    return out.size();
}

} // namespace cloop
