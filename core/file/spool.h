// SPDX-License-Identifier: GPL-3.0-or-later
// A stream that has to be read more than once, or at any place.

#pragma once

#include "base/byte_source.h"
#include "base/byte_stream.h"

namespace cloop {

/// All of `stream` in an unnamed file in `folder`, which goes with the source. Errors: those of the stream; no_space, write_failed, …, with the
/// folder's name.
Result<SourcePtr> spool(ByteStream &stream, const std::string &folder);

} // namespace cloop
