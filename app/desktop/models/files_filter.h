// SPDX-License-Identifier: GPL-3.0-or-later
// Which files of an image a search shows.

#pragma once

#include "archive/image_archive.h"
#include "models/node_facts.h"

#include <vector>

namespace cloop::desktop {

/// By node: 2 for what is wanted, 1 for the folders above it, 0 for what is hidden. Empty: everything is shown, because nothing is asked for.
/// `text`: a part of the name, in any case; a folder that is found by its name is wanted with all below. `facts`: one for each node, or empty, and
/// then nothing is known to be damaged. Time: in proportion to the number of nodes.
std::vector<char> filesMatching(const ImageArchive &archive, const std::vector<NodeFacts> &facts, const QString &text, bool onlyDamaged);

} // namespace cloop::desktop
