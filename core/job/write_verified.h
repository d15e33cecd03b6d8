// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a stream, and reads it back.

#pragma once

#include "base/byte_sink.h"
#include "base/byte_stream.h"
#include "base/progress.h"

#include <stop_token>
#include <string>

namespace cloop {

/// Writes all of the stream, compares what lies on the disc then, where the sink is on one, and commits it. Returns the SHA-256 in hexadecimal.
/// Errors: those of stream and sink; verify_failed; cancelled.
Result<std::string> write_verified(ByteStream &stream, ByteSink &sink, const std::stop_token &stop, const ProgressSink &progress);

} // namespace cloop
