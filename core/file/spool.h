// SPDX-License-Identifier: GPL-3.0-or-later
// Copies a stream to a file, for reading it again or at any offset.

#pragma once

#include "base/byte_source.h"
#include "base/byte_stream.h"

namespace cloop {

/// Copies `stream` to an unnamed file in `folder`, which vanishes with the source. Errors: those of the stream; no_space, write_failed, …, with the
/// folder's name.
Result<SourcePtr> spool(ByteStream &stream, const std::string &folder);

} // namespace cloop
