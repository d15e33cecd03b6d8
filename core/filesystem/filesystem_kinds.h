// SPDX-License-Identifier: GPL-3.0-or-later
// The file systems that can be read here, one row each. What else may lie inside is named by known_content().

#pragma once

#include "filesystem/filesystem.h"

#include <stop_token>

namespace cloop {

/// What the beginning of some content tells of one kind of file system.
struct FilesystemProbe {
    enum class Answer {
        no,
        perhaps,  ///< its beginning is damaged, so that only opening it tells
        yes,
    };
    Answer answer = Answer::no;
    std::string label{};  ///< of the volume, where the answer is yes
};

struct FilesystemKind {
    std::string_view name;  ///< "ISO 9660"
    /// Reads a few sectors, past damage. Throws std::bad_alloc.
    FilesystemProbe (*probe)(const ByteSource &content);
    /// Errors: no_filesystem, where it is another one; cancelled; out_of_memory.
    Result<std::shared_ptr<const Filesystem>> (*open)(SourcePtr content, const std::stop_token &stop);
};

/// In the order in which they are tried.
std::span<const FilesystemKind> filesystem_kinds();

} // namespace cloop
