// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/map_file.h"

#include "base/precondition.h"
#include "file/file_source.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <utility>
#include <optional>

namespace cloop {

namespace {

char map_character(BlockState state) {
    switch (state) {
    case BlockState::sound: return '+';
    case BlockState::damaged: return '-';
    case BlockState::unreadable: return '*';
    case BlockState::unverifiable: return '/';
    case BlockState::untested: break;
    }
    return '?';
}

/// Of a block in a run that is not finished.
BlockState state_of_status(char status) {
    switch (status) {
    case '-': return BlockState::damaged;
    case '*': return BlockState::unreadable;
    case '/': return BlockState::unverifiable;
    default: return BlockState::untested;
    }
}

/// The next word of a line; empty at its end.
std::string_view next_word(std::string_view &line) {
    const auto begin = std::min(line.find_first_not_of(" \t\r"), line.size());
    const auto end = std::min(line.find_first_of(" \t\r", begin), line.size());
    const std::string_view word = line.substr(begin, end - begin);
    line.remove_prefix(end);
    return word;
}

/// Numbers as in ddrescue: prefix 0x is hexadecimal, 0 is octal.
std::optional<std::uint64_t> number_of(std::string_view word) {
    int base = 10;
    if (word.starts_with("0x") || word.starts_with("0X")) {
        base = 16;
        word.remove_prefix(2);
    } else if (word.size() > 1 && word.starts_with('0')) {
        base = 8;
    }
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number, base);
    if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
    return number;
}

/// Whether every byte of [offset, offset + size) is finished. Pre: size > 0.
bool is_finished(const MapFile &map, std::uint64_t offset, std::uint64_t size) {
    CLOOP_PRE(size > 0);
    auto run = std::ranges::upper_bound(map.runs, offset, {}, [](const MapFile::Run &one) { return one.extent.offset; });
    if (run == map.runs.begin()) return false;
    --run;
    for (std::uint64_t at = offset; at < offset + size; at = run->extent.end(), ++run)
        if (run == map.runs.end() || run->status != '+' || run->extent.offset > at || run->extent.end() <= at) return false;
    return true;
}

} // namespace

std::string make_map_file(const BlockReader &image, const std::vector<BlockState> &states) {
    std::string name = image.name();
    std::ranges::replace(name, '\n', ' ');
    std::string text = "# Mapfile. Created by Cloopsmith\n"
                       "# Positions count bytes of the content of: " + name + "\n" +
                       to_comments(identity_of(image, states)) +
                       "# + sound, - damaged, * unreadable, / unverifiable (a codec without a check), ? untested\n"
                       "# current_pos  current_status  current_pass\n"
                       "0x00000000     +               1\n"
                       "#      pos        size  status\n";
    for (const BlockRun &run : runs_of(states)) {
        const Extent bytes = image.bytes_of(run);
        char line[80];
        std::snprintf(line, sizeof line, "0x%08llX  0x%08llX  %c\n", static_cast<unsigned long long>(bytes.offset),
                      static_cast<unsigned long long>(bytes.size), map_character(run.state));
        text += line;
    }
    return text;
}

Result<MapFile> parse_map_file(std::string_view text) {
    constexpr std::string_view known = "?*/-+";
    MapFile map;
    bool has_position = false;
    ImageIdentity identity;
    for (std::size_t number = 1; !text.empty(); ++number) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (line.starts_with('#')) take_comment(line, identity);
        line = line.substr(0, line.find('#'));
        const std::string_view first = next_word(line), second = next_word(line), third = next_word(line);
        if (first.empty()) continue;
        const auto wrong = fail(ErrorCode::invalid_map_file, {}, std::to_string(number));
        const auto offset = number_of(first);
        if (!offset) return wrong;
        // The first line is ddrescue's current position and status.
        if (!std::exchange(has_position, true)) {
            if (second.size() != 1) return wrong;
            continue;
        }
        const auto size = number_of(second);
        if (!size || third.size() != 1 || known.find(third[0]) == known.npos || *offset < map.end() || *size > UINT64_MAX - *offset) return wrong;
        if (*size > 0) map.runs.push_back({{*offset, *size}, third[0]});
    }
    if (!has_position) return fail(ErrorCode::invalid_map_file, {}, "1");
    if (!identity.head_and_index.empty()) map.image = std::move(identity);
    return map;
}

Result<MapFile> load_map_file(const std::string &path) {
    constexpr std::uint64_t largest = 256u << 20;
    CLOOP_LET(file, FileSource::open(path));
    if (file->size() > largest) return fail(ErrorCode::invalid_map_file, path, "1");
    std::string text(static_cast<std::size_t>(file->size()), '\0');
    CLOOP_TRY(read_exactly(*file, 0, std::as_writable_bytes(std::span(text))));
    auto map = parse_map_file(text);
    if (!map) return std::unexpected(std::move(map).error().at(path));
    return map;
}

Result<std::vector<BlockState>> states_from(const MapFile &map, const BlockReader &image) {
    if (map.end() != image.size()) return fail(ErrorCode::other_image, image.name());
    if (!map.image) return fail(ErrorCode::map_without_image, image.name());
    if (!map.image->is_of(image)) return fail(ErrorCode::other_image, image.name());
    std::vector<BlockState> states(image.block_count(), BlockState::untested);
    // Ignore the map for blocks that are lost by the index.
    const auto is_there = [&](std::size_t block) { return block < image.index().known_size() && image.index().defect(block) == Defect::none; };
    for (const auto &run : map.runs) {
        const BlockState state = state_of_status(run.status);
        if (state == BlockState::untested) continue;
        const BlockRange blocks = BlockRange::of(run.extent, image.block_size()).intersection({0, states.size()});
        for (std::size_t block = blocks.first; block < blocks.last; ++block)
            if (is_there(block)) states[block] = state;
    }
    for (std::size_t block = 0; block < states.size(); ++block) {
        const Extent bytes = image.bytes_of({block, block + 1});
        if (is_there(block) && states[block] == BlockState::untested && bytes.size > 0 && is_finished(map, bytes.offset, bytes.size))
            states[block] = BlockState::sound;
    }
    return states;
}

std::vector<BlockRun> uncopied_blocks(const MapFile &map, const BlockReader &image, const std::vector<Extent> &places) {
    /// Whether bytes [offset, offset + size) of the image file were all copied.
    const auto is_copied = [&](std::uint64_t offset, std::uint64_t size) {
        std::uint64_t begin = 0;  // file offset of the place
        for (const Extent &place : places) {
            const std::uint64_t from = std::max(offset, begin), to = std::min(offset + size, begin + place.size);
            if (from < to && !is_finished(map, place.offset + (from - begin), to - from)) return false;
            begin += place.size;
            if (begin >= offset + size) return true;
        }
        return false;
    };
    std::vector<BlockRun> runs;
    const BlockIndex &index = image.index();
    for (std::size_t block = 0; block < index.known_size(); ++block) {
        if (index.defect(block) != Defect::none || is_copied(index[block].offset, index[block].size)) continue;
        append_state(runs, {block, block + 1}, BlockState::unreadable);
    }
    return runs;
}

} // namespace cloop
