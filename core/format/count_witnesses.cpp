// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/count_witnesses.h"

#include "base/byte_order.h"
#include "base/precondition.h"
#include "format/block_index.h"

#include <algorithm>
#include <vector>

namespace cloop {

namespace {

/// The longest gap between index and data, in entries.
constexpr std::uint64_t longest_gap = 4096;
/// Number of entries after the smaller of two counts that are checked for whether the index continues.
constexpr std::uint64_t sample = 64;

class CountVote {
public:
    CountVote(const Head &head, const EntryAt &entry_at, const BlockAt &is_block_at, std::uint64_t file_size)
        : head_(head), entry_at_(entry_at), is_block_at_(is_block_at), file_size_(file_size) {}

    /// Adds a candidate.
    void add(std::uint64_t count) {
        if ((count + 1) * head_.entry_size() <= max_index_size) candidates_.push_back(static_cast<std::uint32_t>(count));
    }

    /// Adds a candidate together with a witness for it.
    void add_witness(std::uint64_t count) {
        witnesses_.push_back(count);
        add(count);
    }

    bool is_unanimous() const { return std::ranges::all_of(candidates_, [&](std::uint32_t count) { return count == head_.block_count; }); }

    std::uint32_t decide() {
        std::ranges::sort(candidates_);
        candidates_.erase(std::ranges::unique(candidates_).begin(), candidates_.end());
        if (candidates_.empty()) return head_.block_count;
        find_furthest_end();
        return std::ranges::min(candidates_, {}, [&](std::uint32_t count) {
            return std::pair(contradictions(count) + against_index(count), count != head_.block_count);
        });
    }

    /// Whether entries `entry` and `entry` + 1 can delimit a block. Uses the head's block size, which may be wrong itself.
    bool rises(std::uint64_t entry) const {
        const auto begin = entry_at_(entry), end = entry_at_(entry + 1);
        return begin && end && (*begin < *end || (*begin == *end && head_.is_by_mkuzip)) && *end - *begin <= max_stored_size(max_block_size) &&
               *begin > head_.index_offset;
    }

private:
    std::size_t contradictions(std::uint32_t count) const {
        return static_cast<std::size_t>(std::ranges::count_if(witnesses_, [&](std::uint64_t told) { return told != count; })) + !ends_well(count) +
               goes_on(count);
    }

    /// Whether the entry at `count` can be the image's end: the largest candidate inside the file. An entry past the file's end proves nothing,
    /// unless another candidate ends with the file.
    bool ends_well(std::uint32_t count) const {
        const auto end = entry_at_(count);
        return end && *end <= file_size_ ? *end == furthest_end_ : furthest_end_ != file_size_;
    }

    /// Whether a block begins where the last one would end.
    bool goes_on(std::uint32_t count) const {
        const auto end = entry_at_(count);
        return end && *end > head_.index_offset && *end < file_size_ && is_block_at_(*end);
    }

    /// Counts evidence against `count` from the entries between it and other counts, which belong to the index or to the data.
    std::size_t against_index(std::uint32_t count) const {
        std::size_t against = 0;
        for (std::size_t i = 0; i + 1 < candidates_.size(); ++i)
            for (std::uint64_t entry = candidates_[i]; entry < candidates_[i + 1] && entry < candidates_[i] + sample; ++entry)
                if (entry_at_(entry + 1)) against += rises(entry) != (entry < count);
        return against;
    }

    void find_furthest_end() {
        for (const std::uint32_t count : candidates_)
            if (const auto end = entry_at_(count); end && *end <= file_size_) furthest_end_ = std::max(furthest_end_, *end);
    }

    const Head &head_;
    const EntryAt &entry_at_;
    const BlockAt &is_block_at_;
    std::uint64_t file_size_;
    std::vector<std::uint32_t> candidates_;
    std::vector<std::uint64_t> witnesses_;
    std::uint64_t furthest_end_ = 0;
};

} // namespace

std::uint32_t believed_block_count(const Head &head, std::optional<std::uint64_t> noted_size, const EntryAt &entry_at, const BlockAt &is_block_at,
                                   std::uint64_t file_size) {
    CountVote vote(head, entry_at, is_block_at, file_size);
    vote.add_witness(head.block_count);
    if (noted_size && is_valid_block_size(head.block_size)) vote.add_witness((*noted_size + head.block_size - 1) / head.block_size);
    const std::uint64_t entry_size = head.entry_size();
    if (const auto data = entry_at(0); data && *data >= head.index_offset + entry_size && *data - head.index_offset <= max_index_size) {
        const std::uint64_t most = (*data - head.index_offset) / entry_size - 1;
        if ((*data - head.index_offset) % entry_size == 0) vote.add_witness(most);
        for (std::uint64_t count = most; count > 0 && most - count < longest_gap; --count)
            if (vote.rises(count - 1)) {
                vote.add(count);
                break;
            }
    }
    return vote.is_unanimous() && check_head(head) ? head.block_count : vote.decide();
}

std::optional<std::uint32_t> count_told_by_index(std::span<const std::byte> behind_data, std::uint64_t data_end, std::uint64_t head_offset) {
    CLOOP_PRE(data_end < head_offset);
    // Entries are aligned to words counted back from the head, whatever the padding.
    for (std::size_t at = (head_offset - data_end) % 8; at + 8 <= behind_data.size(); at += 8)
        if (load_be<std::uint64_t>(behind_data.data() + at) != 0) return static_cast<std::uint32_t>((head_offset - data_end - at) / 8 - 1);
    return std::nullopt;
}

} // namespace cloop
