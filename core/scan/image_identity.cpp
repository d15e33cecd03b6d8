// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/image_identity.h"

#include "base/sha256.h"

#include <algorithm>
#include <charconv>

namespace cloop {

namespace {

constexpr std::size_t most_samples = 32;
constexpr std::size_t digits_of_sha256 = 64;

constexpr std::string_view file_line = "# Image file of bytes: ";
constexpr std::string_view index_line = "# SHA-256 of head and index: ";
constexpr std::string_view block_line = "# SHA-256 of stored block ";

std::string hash_of_index(const BlockReader &image) {
    const Head &head = image.head();
    std::vector<std::uint64_t> words{static_cast<std::uint64_t>(head.version), static_cast<std::uint64_t>(head.place), head.block_size,
                                     head.block_count, head.content_size()};
    Sha256 sha256;
    const auto add_words = [&] {
        sha256.add(std::as_bytes(std::span(words)));
        words.clear();
    };
    for (std::size_t block = 0; block < image.index().known_size(); ++block) {
        const Defect defect = image.index().defect(block);
        const BlockRef ref = defect == Defect::none ? image.index()[block] : BlockRef{};
        words.insert(words.end(), {ref.offset, std::uint64_t{ref.size} << 8 | ref.codec, static_cast<std::uint64_t>(defect)});
        if (words.size() >= 3000) add_words();
    }
    add_words();
    return sha256.hex();
}

/// Empty if the block can't be read.
std::string hash_of_block(const BlockReader &image, std::size_t block, BlockMemory &memory) {
    if (block >= image.block_count()) return {};
    const auto stored = image.read_stored(block, memory);
    if (!stored) return {};
    Sha256 sha256;
    sha256.add(*stored);
    return sha256.hex();
}

/// Parses and removes the number at the beginning of `text`.
template <class Number> bool take_number(std::string_view &text, Number &number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return error == std::errc();
}

} // namespace

bool ImageIdentity::is_of(const BlockReader &image) const {
    BlockMemory memory;
    return image.file_size() == file_size && hash_of_index(image) == head_and_index &&
           std::ranges::all_of(blocks, [&](const auto &block) { return hash_of_block(image, block.first, memory) == block.second; });
}

ImageIdentity identity_of(const BlockReader &image, const std::vector<BlockState> &states) {
    ImageIdentity identity{.file_size = image.file_size(), .head_and_index = hash_of_index(image)};
    const auto sound = static_cast<std::size_t>(std::ranges::count(states, BlockState::sound));
    const std::size_t samples = std::min(sound, most_samples);
    std::size_t passed = 0, taken = 0;
    BlockMemory memory;
    for (std::size_t block = 0; block < states.size() && taken < samples; ++block) {
        if (states[block] != BlockState::sound) continue;
        // Take the first of each of `samples` equal shares.
        if (passed++ * samples < taken * sound) continue;
        ++taken;
        if (std::string hash = hash_of_block(image, block, memory); !hash.empty()) identity.blocks.emplace_back(block, std::move(hash));
    }
    return identity;
}

std::string to_comments(const ImageIdentity &identity) {
    std::string text = std::string(file_line) + std::to_string(identity.file_size) + "\n" + std::string(index_line) + identity.head_and_index + "\n";
    for (const auto &[block, hash] : identity.blocks) text += std::string(block_line) + std::to_string(block) + ": " + hash + "\n";
    return text;
}

bool take_comment(std::string_view line, ImageIdentity &identity) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with(file_line)) {
        line.remove_prefix(file_line.size());
        return take_number(line, identity.file_size) && line.empty();
    }
    if (line.starts_with(index_line)) {
        line.remove_prefix(index_line.size());
        identity.head_and_index = line;
        return line.size() == digits_of_sha256;
    }
    if (!line.starts_with(block_line) || identity.blocks.size() >= most_samples) return false;
    line.remove_prefix(block_line.size());
    std::size_t block = 0;
    if (!take_number(line, block) || !line.starts_with(": ") || line.size() != 2 + digits_of_sha256) return false;
    identity.blocks.emplace_back(block, line.substr(2));
    return true;
}

} // namespace cloop
