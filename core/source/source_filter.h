// SPDX-License-Identifier: GPL-3.0-or-later
// What of a folder or archive is left out.

#pragma once

#include "base/error.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cloop {

/// Names and places to leave out, as patterns of a shell. A plain value; each listing takes its own copy, which notes what matched.
/// A pattern with a slash at its beginning or inside means one place, from the root of the source on; one without means that name in every
/// folder. `*`, `?` and `[…]` don't match a slash; a slash at the end makes the pattern mean folders only. Characters are those of UTF-8,
/// whatever the locale.
class SourceFilter {
public:
    bool one_file_system = false;  ///< of a folder: what is mounted below it stays an empty folder

    /// Errors: invalid_pattern, where it names nothing ("", "/", ".").
    Status exclude(std::string_view pattern);

    /// The same for each line but empty ones and those that begin with '#'. Errors: invalid_pattern.
    Status exclude_lines(std::string_view text);

    /// The same for the lines of a file. Errors: those of read_list(); invalid_pattern.
    Status exclude_from(const std::string &path);

    /// The lines of a file of patterns. Errors: those of the file; pattern_list_too_long.
    static Result<std::string> read_list(const std::string &path);

    bool is_empty() const { return patterns_.empty() && !one_file_system; }

    /// `path`: from the root of the source on, without a slash at either end. Speaks of this node alone: what lies in a folder that is left out
    /// is left out because nobody looks into it.
    bool excludes(std::string_view path, bool is_folder);

    /// The same where the folders above were not asked about: the entries of an archive come in any order.
    bool excludes_or_above(std::string_view path, bool is_folder);

    /// The patterns that mean one place and matched nothing: most often a typing error. A bare name that matches nothing is not among them, because
    /// it may be meant for other sources.
    std::vector<std::string> unmatched() const;

private:
    struct Pattern {
        std::string text;  ///< what fnmatch() gets
        std::string as_given;
        bool is_place;
        bool is_for_folders;
        bool has_matched = false;
    };

    std::vector<Pattern> patterns_;
};

} // namespace cloop
