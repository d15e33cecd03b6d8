// SPDX-License-Identifier: GPL-3.0-or-later
// A folder held by its descriptor: new entries go into it, even if its path is renamed meanwhile.

#pragma once

#include "base/error.h"
#include "base/unique_fd.h"

#include <memory>
#include <string>
#include <vector>

namespace cloop {

/// Shared by all objects that create entries in the folder.
using HeldFolder = std::shared_ptr<const UniqueFd>;

/// Opens a folder to create entries in it; it need not be readable. Errors: not_found, not_a_directory, no_permission, …
Result<HeldFolder> hold_folder(const std::string &path);

/// The names in a folder except "." and "..", unsorted. `folder`: any descriptor of it. Errors: no_permission, read_failed.
Result<std::vector<std::string>> names_in(int folder);

/// The folder part of `path`; "." if it has none.
std::string folder_of(const std::string &path);

/// `path` without its folder; empty if it ends with a slash.
std::string name_of(const std::string &path);

} // namespace cloop
