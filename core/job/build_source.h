// SPDX-License-Identifier: GPL-3.0-or-later
// What an image is made of.

#pragma once

#include "image/block_reader.h"
#include "source/source_filter.h"

#include <memory>
#include <optional>
#include <string>

namespace cloop {

struct BuildSource {
    std::string path;                            ///< a folder, an ISO, any file, an archive; "-" for standard input; of `image`, where it comes from
    std::shared_ptr<const BlockReader> image{};  ///< an image to be converted, instead
    SourceFilter filter{};                       ///< what of a folder or archive is left out
    bool is_archive = false;                     ///< standard input is one, whatever its name; a file is one by its name
    std::optional<std::uint64_t> size{};         ///< bytes that standard input will give, where that is known
};

} // namespace cloop
