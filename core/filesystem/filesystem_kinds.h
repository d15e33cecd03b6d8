// SPDX-License-Identifier: GPL-3.0-or-later
// The table of supported file systems. known_content() names others.

#pragma once

#include "filesystem/filesystem.h"

#include <stop_token>

namespace cloop {

/// Whether the beginning of a content is of one kind of file system.
struct FilesystemProbe {
    enum class Answer {
        no,
        perhaps,  ///< its beginning is damaged: only open() can decide
        yes,
    };
    Answer answer = Answer::no;
    std::string label{};  ///< of the volume, if the answer is yes
};

struct FilesystemKind {
    std::string_view name;    ///< "ISO 9660"
    const char *kernel_type;  ///< as mount(2) names it
    /// Reads a few sectors, past damage. Throws std::bad_alloc.
    FilesystemProbe (*probe)(const ByteSource &content);
    /// Errors: no_filesystem, if it is of another kind; cancelled; out_of_memory.
    Result<std::shared_ptr<const Filesystem>> (*open)(SourcePtr content, const std::stop_token &stop);
};

/// In the order of trial.
std::span<const FilesystemKind> filesystem_kinds();

} // namespace cloop
