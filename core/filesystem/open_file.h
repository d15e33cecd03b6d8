// A file inside a file system as bytes: as they are stored, or inflated.

#pragma once

#include "filesystem/filesystem.h"

namespace cloop {

/// What the file holds, whatever way it is stored. Keeps the file system alive. Pre: the node is a file. Throws std::bad_alloc.
SourcePtr open_file(std::shared_ptr<const Filesystem> filesystem, NodeId node);

} // namespace cloop
