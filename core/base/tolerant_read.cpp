#include "base/tolerant_read.h"

#include <algorithm>
#include <new>

namespace cloop {

std::vector<Extent> read_past_damage(const ByteSource &source, std::uint64_t offset, std::span<std::byte> out, std::vector<Error> *errors) {
    std::vector<Extent> lost;
    const auto lose = [&](std::size_t from, std::size_t size, Error error) {
        std::ranges::fill(out.subspan(from, size), std::byte{0});
        if (!lost.empty() && lost.back().end() == from) lost.back().size += size;
        else lost.push_back({from, size});
        // A block that is cut by two reads is told once.
        if (errors && (errors->empty() || error.block == Error::nowhere || errors->back().block != error.block)) errors->push_back(std::move(error));
    };
    // All at once where nothing is wrong, which is nearly always; else piece by piece.
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
        if (done < out.size()) part = static_cast<std::size_t>(std::min<std::uint64_t>(source.lost_until(offset + done) - (offset + done), out.size() - done));
    }
    return lost;
}

TolerantRead read_past_damage(const ByteSource &source, std::uint64_t offset, std::size_t size) {
    TolerantRead read{.bytes = std::vector<std::byte>(size)};
    read.lost = read_past_damage(source, offset, read.bytes);
    return read;
}

} // namespace cloop
