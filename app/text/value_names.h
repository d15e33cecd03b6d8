// SPDX-License-Identifier: GPL-3.0-or-later
// What things of an image are called: by a program in --json and --csv, and by a person. English; the window translates what a person reads.

#pragma once

#include "base/progress.h"
#include "filesystem/filesystem.h"
#include "format/head.h"
#include "image/image_writer.h"
#include "scan/block_scan.h"

#include <optional>
#include <string>
#include <string_view>

namespace cloop {

struct StateText {
    const char *name;     ///< in --json: stable
    const char *word;     ///< what a person reads
    const char *meaning;  ///< with what it means, where that needs saying
};
const StateText &text_of(BlockState state);

/// In --json: stable.
const char *name_of(NodeKind kind);
const char *name_of(ImageFormat format);
std::optional<ImageFormat> format_named(std::string_view name);

/// "drwxr-xr-x", as of ls.
std::string mode_text(const Node &node);

/// "Compressing".
const char *text_of(Phase phase);

/// "1.0".
const char *text_of(Version version);

/// %1: a version whose head lies behind the blocks.
extern const char *const head_last;

/// "deflate"; of a number that no codec has, "codec 9".
std::string codec_name(std::uint8_t number);

struct CorrectionText {
    const char *name;      ///< of the field, in --json: stable
    const char *sentence;  ///< "It" is the head. %1: what that says, %2: what it is read as
};
const CorrectionText &text_of(HeadCorrection::Field field);

} // namespace cloop
