#include "filesystem/sector_reader.h"

#include <algorithm>

namespace cloop {

TolerantRead read_past_damage(const ByteSource &source, std::uint64_t offset, std::size_t size, std::vector<Error> *errors) {
    TolerantRead result{.bytes = std::vector<std::byte>(size)};
    if (size == 0) return result;
    const auto lose = [&](std::uint64_t from, std::uint64_t count) {
        if (!result.lost.empty() && result.lost.back().offset + result.lost.back().size == from) result.lost.back().size += count;
        else result.lost.push_back({from, count});
    };
    // All at once where nothing is wrong, which is nearly always.
    if (const auto got = source.read_at(offset, result.bytes)) {
        if (*got < size) {
            lose(*got, size - *got);
            if (errors) errors->push_back({.code = ErrorCode::block_missing, .offset = offset + *got, .subject = source.name()});
        }
        return result;
    }
    for (std::uint64_t done = 0; done < size;) {
        const std::uint64_t part = std::min<std::uint64_t>(source.granule() - (offset + done) % source.granule(), size - done);
        const std::span<std::byte> out(result.bytes.data() + done, part);
        auto got = source.read_at(offset + done, out);
        if (!got || *got < part) {
            std::ranges::fill(out.subspan(got ? *got : 0), std::byte{0});
            lose(done + (got ? *got : 0), part - (got ? *got : 0));
            if (errors) errors->push_back(got ? Error{.code = ErrorCode::block_missing, .offset = offset + done, .subject = source.name()} : got.error());
        }
        done += part;
    }
    return result;
}

} // namespace cloop
