// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/sparse_hash.h"

#include "base/zeros.h"

#include <algorithm>
#include <array>
#include <vector>

namespace cloop {

void SparseHash::add(std::span<const std::byte> piece) {
    if (is_all_zero(piece)) return add_zeros(piece.size());
    const std::array<std::uint64_t, 2> before{zeros_, piece.size()};
    sha256_.add(std::as_bytes(std::span(before)));
    sha256_.add(piece);
    zeros_ = 0;
}

std::string SparseHash::hex() {
    const std::array<std::uint64_t, 2> end{zeros_, 0};
    sha256_.add(std::as_bytes(std::span(end)));
    return sha256_.hex();
}

Result<std::string> sparse_hash_of(const ByteSource &source, std::uint32_t piece_size, const std::stop_token &stop, const ProgressSink &progress) {
    SparseHash hash;
    std::vector<std::byte> buffer(std::max<std::size_t>((1u << 20) / piece_size, 1) * piece_size);
    for (std::uint64_t done = 0; done < source.size();) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        // Skip the whole pieces of a hole.
        if (const std::uint64_t hole = (std::min(source.next_data(done), source.size()) - done) / piece_size * piece_size; hole > 0) {
            hash.add_zeros(hole);
            done += hole;
            continue;
        }
        const auto part = std::span(buffer).first(static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), source.size() - done)));
        CLOOP_TRY(read_exactly(source, done, part));
        for (std::size_t at = 0; at < part.size(); at += piece_size) hash.add(part.subspan(at, std::min<std::size_t>(piece_size, part.size() - at)));
        done += part.size();
        report(progress, {.phase = Phase::verify, .done = done, .total = source.size()});
    }
    return hash.hex();
}

} // namespace cloop
