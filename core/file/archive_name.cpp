// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/archive_name.h"

#include <algorithm>
#include <span>
#include <string>

namespace cloop {

namespace {

bool ends_in(std::string_view path, std::span<const std::string_view> endings) {
    std::string lower(path);
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return std::ranges::any_of(endings, [&](std::string_view ending) { return lower.ends_with(ending); });
}

} // namespace

bool is_archive_name(std::string_view path) {
    static constexpr std::string_view endings[] = {".tar",     ".tar.gz",  ".tgz",  ".tar.bz2", ".tbz",    ".tbz2",     ".tar.xz",
                                                   ".txz",     ".tar.zst", ".tzst", ".tar.lz4", ".tar.lz", ".tar.lzma", ".tlz",
                                                   ".tar.lzo", ".tar.z",   ".taz",  ".zip",     ".7z"};
    return ends_in(path, endings);
}

bool is_other_packed_name(std::string_view path) {
    static constexpr std::string_view endings[] = {".gz",  ".xz",  ".bz2",  ".zst", ".lz4", ".lz",  ".lzma", ".lzo", ".z",    ".lrz", ".rar",
                                                   ".deb", ".rpm", ".cpio", ".cab", ".arj", ".ace", ".lha",  ".lzh", ".zpaq", ".z01"};
    return !is_archive_name(path) && ends_in(path, endings);
}

} // namespace cloop
