// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/alike_names.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace cloop {

namespace {

constexpr int joliet = 2, iso_9660 = 3;  ///< numbers of iso_conv_name_chars()
constexpr std::size_t few = 100;         ///< folders with no more names that may change are not checked
constexpr std::uint64_t most_comparisons = 10'000'000;  ///< take two seconds
constexpr std::size_t most_alike = 200'000;             ///< plain ISO 9660 names, a hundredth of the cost each: half a minute

/// Short names of these characters are stored unchanged. All others may become equal.
bool may_change(const char *name) {
    const std::string_view text(name);
    return text.size() > 64 || std::ranges::any_of(text, [](char c) {
               return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7F || std::strchr("*/:;?\\", c);
           });
}

bool is_in_joliet(IsoNode *node) {
    const IsoNodeType type = iso_node_get_type(node);
    return type == LIBISO_DIR || type == LIBISO_FILE;
}

} // namespace

Status AlikeNames::settle(std::span<IsoNode *const> nodes) {
    CLOOP_TRY(limit_iso_names(nodes));
    return limit_joliet_names(nodes);
}

Result<std::size_t> AlikeNames::hash_of(IsoNode *node, int name_space) const {
    const std::string_view name = iso_node_get_name(node);
    char *result = nullptr;
    std::size_t length = 0;
    const int flags = name_space | (iso_node_get_type(node) == LIBISO_DIR ? 256 : 0) | 512;
    const int converted = iso_conv_name_chars(options_, const_cast<char *>(name.data()), name.size(), &result, &length, flags);
    if (converted < 0) return std::unexpected(libisofs_error(converted, std::string(name)));
    const std::size_t hash = std::hash<std::string_view>()({result, length});
    std::free(result);
    return hash;
}

Status AlikeNames::limit_iso_names(std::span<IsoNode *const> nodes) {
    if (nodes.size() <= most_alike) return {};
    std::vector<std::size_t> hashes;
    hashes.reserve(nodes.size());
    for (IsoNode *node : nodes) {
        CLOOP_LET(hash, hash_of(node, iso_9660));
        hashes.push_back(hash);
    }
    std::ranges::sort(hashes);
    for (std::size_t i = 0; i + most_alike < hashes.size(); ++i)
        if (hashes[i] == hashes[i + most_alike])
            return fail(ErrorCode::names_too_alike, {}, std::to_string(most_alike));
    return {};
}

Status AlikeNames::limit_joliet_names(std::span<IsoNode *const> nodes) {
    const auto changing = std::ranges::count_if(nodes, [](IsoNode *node) { return may_change(iso_node_get_name(node)); });
    if (changing <= static_cast<std::ptrdiff_t>(few)) return {};
    std::vector<std::pair<std::size_t, std::size_t>> names;  // hash and position, so that sorting keeps the order of equal names
    for (std::size_t place = 0; place < nodes.size(); ++place) {
        if (!is_in_joliet(nodes[place])) continue;
        CLOOP_LET(hash, hash_of(nodes[place], joliet));
        names.emplace_back(hash, place);
    }
    std::ranges::sort(names);

    std::vector<IsoNode *> alike;  // all except the first of each set of equal names
    for (std::size_t i = 1; i < names.size(); ++i)
        if (names[i].first == names[i - 1].first) alike.push_back(nodes[names[i].second]);
    const std::uint64_t cost = 2 * alike.size() * names.size();
    if (comparisons_ + cost <= most_comparisons) {
        comparisons_ += cost;
        return {};
    }
    for (IsoNode *node : alike) {
        iso_node_set_hidden(node, LIBISO_HIDE_ON_JOLIET);
        hidden_(iso_node_get_name(node));
    }
    return {};
}

} // namespace cloop
