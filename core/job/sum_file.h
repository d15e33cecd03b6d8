// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 files, as sha256sum writes and checks them.

#pragma once

#include "base/byte_source.h"
#include "base/progress.h"
#include "file/pending_entry.h"

#include <stop_token>
#include <string>

namespace cloop {

/// The SHA-256 of all bytes, in hexadecimal. Errors: those of the source; cancelled.
Result<std::string> hash_source(const ByteSource &source, const std::stop_token &stop, const ProgressSink &progress);

/// Where the sum of `path` lies by habit: PATH.sha256.
inline std::string sum_file_beside(const std::string &path) { return path + ".sha256"; }

/// Writes `sum_file`: "HEX  NAME", with the name of `path`. Errors: those of NewFile.
Status write_sum_file(const std::string &sum_file, const std::string &path, const std::string &sha256, Replace replace,
                      const std::stop_token &stop = {});

/// The sum of `path` in a sum file; if it has only one sum, that one, whatever its name. Errors: those of FileSource; invalid_sum_file.
Result<std::string> read_sum_file(const std::string &sum_file, const std::string &path);

} // namespace cloop
