// SPDX-License-Identifier: GPL-3.0-or-later
// Arena for many small objects with the same lifetime: the names and extents of a million files.

#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace cloop {

/// Arrays whose addresses stay valid until the pool is destroyed, even if it is moved. For trivially destructible values.
template <class T> class Pool {
public:
    std::span<const T> keep(std::span<const T> row) {
        if (row.empty()) return {};
        if (chunks_.empty() || chunks_.back().size - chunks_.back().used < row.size()) {
            const std::size_t size = std::max(row.size(), chunk_size);
            chunks_.push_back({std::make_unique_for_overwrite<T[]>(size), size, 0});
            bytes_ += size * sizeof(T);
        }
        Chunk &chunk = chunks_.back();
        T *begin = chunk.values.get() + chunk.used;
        std::ranges::copy(row, begin);
        chunk.used += row.size();
        return {begin, row.size()};
    }

    std::size_t bytes() const { return bytes_; }

    /// The current end of the pool; forget() drops everything kept since.
    struct Mark {
        std::size_t chunks, used;
    };
    Mark mark() const { return {chunks_.size(), chunks_.empty() ? 0 : chunks_.back().used}; }
    void forget(Mark mark) {
        for (; chunks_.size() > mark.chunks; chunks_.pop_back()) bytes_ -= chunks_.back().size * sizeof(T);
        if (!chunks_.empty()) chunks_.back().used = mark.used;
    }

private:
    static constexpr std::size_t chunk_size = 65536 / sizeof(T);
    struct Chunk {
        std::unique_ptr<T[]> values;
        std::size_t size;
        std::size_t used;
    };
    std::vector<Chunk> chunks_;
    std::size_t bytes_ = 0;
};

} // namespace cloop
