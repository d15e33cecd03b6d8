// SPDX-License-Identifier: GPL-3.0-or-later
// The source of an image.

#pragma once

#include "image/block_reader.h"
#include "source/source_filter.h"

#include <memory>
#include <optional>
#include <string>

namespace cloop {

struct BuildSource {
    std::string path;                            ///< a folder, an ISO, any file, an archive; "-" for standard input; the path of `image`
    std::shared_ptr<const BlockReader> image{};  ///< an image to convert, instead
    SourceFilter filter{};                       ///< what to leave out of a folder or archive
    bool is_archive = false;                     ///< whether standard input is an archive; files are recognised by name
    std::optional<std::uint64_t> size{};         ///< length of standard input in bytes, if known
};

} // namespace cloop
