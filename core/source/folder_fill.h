// SPDX-License-Identifier: GPL-3.0-or-later
// Puts a listed folder into a tree.

#pragma once

#include "source/content_tree.h"
#include "source/folder_listing.h"

namespace cloop {

/// Adds all that was listed to `into`, which gets the folder's own attributes. Contents are read when the tree's stream is. `last_identity`: the
/// files have this identity and lower ones, listing->size() in all. `trouble`: called for every name that can't be added.
/// Errors: cancelled; those of `trouble`.
Status fill_from_folder(ContentTree &tree, ContentTree::Directory *into, std::shared_ptr<const FolderListing> listing, std::uint64_t last_identity,
                        const std::function<Status(const Error &)> &trouble, const std::stop_token &stop);

} // namespace cloop
