// SPDX-License-Identifier: GPL-3.0-or-later
// An image as the user names it: a file, drive or split set, or a file inside one.

#pragma once

#include "base/error.h"

#include <string>
#include <vector>

namespace cloop {

struct ImageName {
    std::string outer;    ///< a file, drive or split set
    std::string inner{};  ///< a path inside it, or empty

    /// "disc.iso:/a/b" names a file inside disc.iso, unless a file of that whole name exists.
    static ImageName of(const std::string &text);

    /// The text for it, with an absolute path, for a program that works in another folder. Error: not_found, if this folder was deleted.
    Result<std::string> absolute() const;

    bool is_inside() const { return !inner.empty(); }

    /// The files that are read for it: all parts of a split set. An output must not replace them.
    std::vector<std::string> files() const;
};

} // namespace cloop
