// SPDX-License-Identifier: GPL-3.0-or-later
// The ways in which an image becomes a disc or a folder.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace cloop {

enum class Way : std::uint8_t {
    module,  ///< the kernel module's /dev/cloopN, mounted by the kernel
    fuse,    ///< the content as a file of cloop-fuse, a loop device on it, mounted by the kernel
    tree,    ///< the files, directly by cloop-fuse
};

/// On the command line and in --json.
constexpr std::array<std::string_view, 3> way_names{"module", "fuse", "tree"};

constexpr std::string_view name_of(Way way) { return way_names[static_cast<std::size_t>(way)]; }

constexpr std::optional<Way> way_of(std::string_view name) {
    for (std::size_t i = 0; i < way_names.size(); ++i)
        if (way_names[i] == name) return static_cast<Way>(i);
    return std::nullopt;
}

} // namespace cloop
