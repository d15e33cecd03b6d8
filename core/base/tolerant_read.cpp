// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/tolerant_read.h"

#include <algorithm>
#include <new>

namespace cloop {

void append_lost(std::vector<LostRange> &ranges, LostRange range) {
    if (!ranges.empty() && ranges.back().extent.end() == range.extent.offset && ranges.back().error.code == range.error.code &&
        ranges.back().error.sys == range.error.sys)
        ranges.back().extent.size += range.extent.size;
    else ranges.push_back(std::move(range));
}

std::vector<LostRange> read_past_damage(const ByteSource &source, std::uint64_t offset, std::span<std::byte> out) {
    std::vector<LostRange> lost;
    const auto lose = [&](std::size_t from, std::size_t size, Error error) {
        std::ranges::fill(out.subspan(from, size), std::byte{0});
        append_lost(lost, {{offset + from, size}, std::move(error)});
    };
    // Read all at once, which nearly always succeeds; on errors go on piece by piece.
    std::size_t part = out.size();
    for (std::size_t done = 0; done < out.size();) {
        const auto got = source.read_at(offset + done, out.subspan(done, part));
        if (got && *got == part) {
            done += part;
        } else if (got) {
            lose(done + *got, out.size() - done - *got, {.code = ErrorCode::block_missing, .offset = offset + done + *got, .subject = source.name()});
            break;
        } else if (got.error().code == ErrorCode::out_of_memory) {
            throw std::bad_alloc();
        } else if (const std::uint64_t piece = source.lost_until(offset + done) - (offset + done); piece < part) {
            part = static_cast<std::size_t>(piece);
            continue;
        } else {
            lose(done, part, got.error());
            done += part;
        }
        if (done < out.size())
            part = static_cast<std::size_t>(std::min<std::uint64_t>(source.lost_until(offset + done) - (offset + done), out.size() - done));
    }
    return lost;
}

TolerantRead read_past_damage(const ByteSource &source, std::uint64_t offset, std::size_t size) {
    TolerantRead read{.bytes = std::vector<std::byte>(size)};
    for (const LostRange &range : read_past_damage(source, offset, std::span(read.bytes))) {
        const Extent here{range.extent.offset - offset, range.extent.size};
        if (!read.lost.empty() && read.lost.back().end() == here.offset) read.lost.back().size += here.size;
        else read.lost.push_back(here);
    }
    return read;
}

void TolerantReader::read(std::span<std::byte> out) {
    if (offset_ < lost_until_) {
        const auto known = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), lost_until_ - offset_)));
        std::ranges::fill(known, std::byte{0});
        lost_.back().extent.size += known.size();
        offset_ += known.size();
        out = out.subspan(known.size());
    }
    if (out.empty()) return;
    for (LostRange &range : read_past_damage(source_, offset_, out)) append_lost(lost_, std::move(range));
    offset_ += out.size();
    if (!lost_.empty() && lost_.back().extent.end() == offset_) lost_until_ = source_.lost_until(offset_ - 1);
}

} // namespace cloop
