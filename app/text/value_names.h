// SPDX-License-Identifier: GPL-3.0-or-later
// Names of values: stable ones for --json and --csv, and English words for users, which the window translates.

#pragma once

#include "base/progress.h"
#include "filesystem/filesystem.h"
#include "format/head.h"
#include "image/image_writer.h"
#include "scan/block_scan.h"
#include "source/content_tree.h"

#include <optional>
#include <string>
#include <string_view>

namespace cloop {

struct StateText {
    const char *name;     ///< in --json: stable
    const char *word;     ///< for users
    const char *meaning;  ///< with an explanation if needed
};
const StateText &text_of(BlockState state);

/// In --json: stable.
const char *name_of(NodeKind kind);
const char *name_of(FoundBy found_by);
const char *name_of(ImageFormat format);
std::optional<ImageFormat> format_named(std::string_view name);
const char *name_of(TreeKind kind);
std::optional<TreeKind> tree_kind_named(std::string_view name);

/// "drwxr-xr-x", as of ls.
std::string mode_text(const Node &node);

/// "Compressing".
const char *text_of(Phase phase);

/// "1.0".
const char *text_of(Version version);

/// %1: a version, of an image with the head last.
extern const char *const head_last;

/// "deflate"; "codec 9" for an unknown number.
std::string codec_name(std::uint8_t number);

struct CorrectionText {
    const char *name;      ///< of the field, in --json; stable
    const char *sentence;  ///< "It" is the head. %1: the stated value, %2: the corrected one
};
const CorrectionText &text_of(HeadCorrection::Field field);

} // namespace cloop
