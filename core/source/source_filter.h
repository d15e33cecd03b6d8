// SPDX-License-Identifier: GPL-3.0-or-later
// Excludes files of a folder or archive.

#pragma once

#include "base/error.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cloop {

/// Names and paths to exclude, as shell patterns. A plain value; each listing copies it and marks matched patterns in the copy.
/// A pattern with a slash at its beginning or inside is a path from the root of the source; one without matches that name in every folder. `*`, `?`
/// and `[…]` don't match a slash; a trailing slash restricts the pattern to folders. Characters are UTF-8, whatever the locale.
class SourceFilter {
public:
    bool one_file_system = false;  ///< for folders: mount points below become empty folders

    /// Error: invalid_pattern, if it names nothing ("", "/", ".").
    Status exclude(std::string_view pattern);

    /// The same for each line except empty ones and those that begin with '#'. Error: invalid_pattern.
    Status exclude_lines(std::string_view text);

    /// The same for the lines of a file. Errors: those of read_list(); invalid_pattern.
    Status exclude_from(const std::string &path);

    /// The lines of a file of patterns. Errors: those of the file; pattern_list_too_long.
    static Result<std::string> read_list(const std::string &path);

    bool is_empty() const { return patterns_.empty() && !one_file_system; }

    /// `path`: from the root of the source, without leading and trailing slashes. Tests this node only: entries of an excluded folder are excluded
    /// because the folder is not entered.
    bool excludes(std::string_view path, bool is_folder);

    /// The same, also testing the parent folders, because archive entries come in any order.
    bool excludes_or_above(std::string_view path, bool is_folder);

    /// The path patterns that matched nothing, usually a typing error. Names without a slash are not included, because they may be meant for other
    /// sources.
    std::vector<std::string> unmatched() const;

private:
    struct Pattern {
        std::string text;  ///< for fnmatch()
        std::string as_given;
        bool is_place;
        bool is_for_folders;
        bool has_matched = false;
    };

    std::vector<Pattern> patterns_;
};

} // namespace cloop
