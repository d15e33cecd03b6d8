// SPDX-License-Identifier: GPL-3.0-or-later
// A folder by its descriptor: what is made in it goes there, whatever its name leads to meanwhile.

#pragma once

#include "base/error.h"
#include "base/unique_fd.h"

#include <memory>
#include <string>
#include <vector>

namespace cloop {

/// Shared by all that make something in the folder.
using HeldFolder = std::shared_ptr<const UniqueFd>;

/// Opens a folder to make something in it; it need not be readable. Errors: not_found, not_a_directory, no_permission, …
Result<HeldFolder> hold_folder(const std::string &path);

/// The names in a folder, but for "." and "..", in no order. `folder`: any descriptor of it. Errors: no_permission, read_failed.
Result<std::vector<std::string>> names_in(int folder);

/// The folder that holds `path`; "." where it names none.
std::string folder_of(const std::string &path);

/// `path` without its folder; empty where it ends in a slash.
std::string name_of(const std::string &path);

} // namespace cloop
