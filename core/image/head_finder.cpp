#include "image/head_finder.h"

#include "base/byte_order.h"
#include "base/tolerant_read.h"

#include <algorithm>
#include <new>
#include <vector>

namespace cloop {

namespace {

constexpr std::uint64_t sector = 2048;
constexpr std::uint64_t max_run_out = 150 * sector;

/// [offset, offset + size) of the file as far as it goes; zeros for sectors that can't be read.
std::vector<std::byte> read_what_can_be(const ByteSource &file, std::uint64_t offset, std::uint64_t size) {
    if (offset >= file.size()) return {};
    return read_past_damage(file, offset, static_cast<std::size_t>(std::min(size, file.size() - offset))).bytes;
}

Result<FoundHead> load_index(const ByteSource &file, Head head, std::uint64_t file_size) {
    const auto bytes = read_what_can_be(file, head.index_offset, head.index_size());
    if (head.version == Version::v1) head.index_is_little_endian = is_little_endian_index(bytes, head, file_size);
    if (head.version == Version::v0 && !is_believable_v0_index(bytes, head, file_size)) return fail(ErrorCode::not_cloop);
    auto index = BlockIndex::parse(bytes, head, file_size);
    if (!index) return std::unexpected(std::move(index).error());
    return FoundHead{head, std::move(*index), file_size};
}

/// A head that ends at `end`, its index before it. None where there is nothing of the kind.
std::optional<Head> parse_last_head(std::span<const std::byte> bytes, std::uint64_t end) {
    auto head = parse_head(bytes, HeadPlace::last);
    if (!head || head->index_size() + head_size > end) return std::nullopt;
    head->index_offset = end - head_size - head->index_size();
    return *head;
}

/// The same with the block count that the index tells.
std::optional<Head> parse_last_head_by_index(const ByteSource &file, std::span<const std::byte> bytes, std::uint64_t end) {
    const std::uint64_t head_offset = end - head_size;
    const auto last_entry = read_what_can_be(file, head_offset - std::min<std::uint64_t>(head_offset, 8), 8);
    const std::uint64_t data_end = load_be<std::uint64_t>(last_entry.data()) & offset_mask;
    if (data_end >= head_offset) return std::nullopt;
    const auto behind_data = read_what_can_be(file, data_end, std::min(2 * sector, head_offset - data_end));
    const auto count = count_told_by_index(behind_data, data_end, head_offset);
    if (!count) return std::nullopt;
    std::vector<std::byte> corrected(bytes.begin(), bytes.end());
    store_be(corrected.data() + block_count_offset, *count);
    return parse_last_head(corrected, end);
}

/// Whether `told` fits the file better than `stated`, which differs in its block count alone. Too large a count adds entries that don't
/// rise, too small a one leaves out some that do. What rises in fewer than half of its entries is no index.
bool fits_better(const ByteSource &file, const Head &told, const Head &stated, std::uint64_t end) {
    if (told.block_count == stated.block_count) return false;
    const auto count = [&](const Head &head) { return count_rising_entries(read_what_can_be(file, head.index_offset, head.index_size()), head, end); };
    const auto by_told = count(told), by_stated = count(stated);
    if (2 * by_told < told.block_count) return false;
    return by_told > by_stated || (by_told == by_stated && told.block_count < stated.block_count);
}

/// An image that is the last file on a disc ends like the disc does, but its offsets count from its own beginning. A head is the file's own
/// where the data end within a sector before the index; entries that are damaged there may hide some blocks.
bool ends_before_its_index(const BlockIndex &index, const Head &head) {
    std::uint64_t hidden = 0;
    for (std::size_t block = index.size(); block-- > 0 && index.defect(block) == Defect::entry_damaged;) ++hidden;
    return index.size() == 0 || index.data_end() + (hidden > 0 ? (hidden + 1) * max_stored_size(head.block_size) : 0) + sector > head.index_offset;
}

/// Pre: end >= head_size; `bytes` are the last head_size before it.
std::optional<Result<FoundHead>> head_ending_at(const ByteSource &file, std::uint64_t end, std::span<const std::byte> bytes) {
    auto head = parse_last_head(bytes, end);
    const auto told = parse_last_head_by_index(file, bytes, end);
    if (told && (!head || fits_better(file, *told, *head, end))) head = told;
    if (!head) return std::nullopt;
    auto found = load_index(file, *head, end);
    if (found && !ends_before_its_index(found->index, *head)) return std::nullopt;
    return found;
}

/// The tail of the file without trailing zeros. The last byte of the head is that of the block count, which may be zero in up to
/// three of its bytes: so a few ends are possible.
std::optional<Result<FoundHead>> find_last_head(const ByteSource &file) {
    const std::uint64_t size = file.size();
    const std::uint64_t back = std::min(size, max_run_out + head_size + sector);
    const auto tail = read_what_can_be(file, size - back, back);
    std::size_t end = tail.size();
    if (end >= head_size)
        if (auto found = head_ending_at(file, size, std::span(tail).subspan(end - head_size, head_size))) return found;
    while (end > 0 && tail[end - 1] == std::byte{0}) --end;
    for (std::size_t more = 0; more < 4 && end + more <= tail.size(); ++more) {
        if (end + more < head_size) continue;
        const auto bytes = std::span(tail).subspan(end + more - head_size, head_size);
        if (auto found = head_ending_at(file, size - back + end + more, bytes)) return found;
    }
    return std::nullopt;
}

} // namespace

Result<FoundHead> find_head(const ByteSource &file) try {
    std::vector<std::byte> start(std::min<std::uint64_t>(head_size, file.size()));
    auto got = file.read_at(0, start);
    if (!got) {
        if (auto found = find_last_head(file)) return std::move(*found);
        return std::unexpected(std::move(got).error());
    }
    start.resize(*got);

    auto first = parse_head(start, HeadPlace::first);
    if (first) {
        first->index_offset = head_size;
        auto loaded = load_index(file, *first, file.size());
        if (!loaded) return std::unexpected(std::move(loaded).error().at(file.name()));
        return loaded;
    }
    if (auto found = find_last_head(file)) {
        if (!*found) return std::unexpected(std::move(*found).error().at(file.name()));
        return std::move(*found);
    }
    if (const auto v0 = parse_v0_head(start))
        if (auto loaded = load_index(file, *v0, file.size())) return loaded;
    return std::unexpected(std::move(first).error().at(file.name()));
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::out_of_memory, file.name());
}

} // namespace cloop
