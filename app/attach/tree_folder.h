// SPDX-License-Identifier: GPL-3.0-or-later
// Folders that are made to mount a tree at: in the session's own folder, where no other user can put anything; of root, in /run.

#pragma once

#include "base/error.h"

#include <string>

namespace cloop {

/// A new, empty folder of about that name. Errors: folder_needed, if the session has no folder of its own; system.
Result<std::string> make_tree_folder(const std::string &name);

/// Removes a folder that make_tree_folder() has made for this user; leaves any other one.
void remove_tree_folder(const std::string &folder);

} // namespace cloop
