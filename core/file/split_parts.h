// SPDX-License-Identifier: GPL-3.0-or-later
// Lists the parts of a split set in a folder.

#pragma once

#include "file/split_name.h"

#include <set>

namespace cloop {

/// The numbers of all files in the folder that are named like parts of `name`'s set. Empty if the folder can't be read.
std::set<std::size_t> part_numbers(const SplitName &name);

/// The same in an open folder, which must be that of `name`.
std::set<std::size_t> part_numbers(int folder, const SplitName &name);

} // namespace cloop
