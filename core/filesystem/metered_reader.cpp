// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesystem/metered_reader.h"

#include <algorithm>

namespace cloop {

TolerantRead MeteredReader::read(std::uint64_t offset, std::uint64_t size) {
    if (offset >= content_.size()) return {.bytes = std::vector<std::byte>(static_cast<std::size_t>(size)), .lost = {{0, size}}};
    const std::uint64_t end = content_.lost_until(offset);
    piece_size_ = std::max(piece_size_, end - offset);
    cost_ += size;
    if (std::ranges::find(recent_pieces_, end) == recent_pieces_.end()) {
        cost_ += piece_size_;
        recent_pieces_ = {end, recent_pieces_[0]};
    }
    return read_past_damage(content_, offset, static_cast<std::size_t>(size));
}

} // namespace cloop
