// SPDX-License-Identifier: GPL-3.0-or-later
// Makes libarchive return the names in a ZIP archive as stored.

#pragma once

#include "base/byte_source.h"

#include <stop_token>
#include <string>

namespace cloop {

struct ZipNames {
    SourcePtr source;          ///< the archive, for libarchive
    bool are_of_dos = false;   ///< names that are not UTF-8 are in code page 437
    bool is_empty = false;     ///< the ZIP consists only of its end record
};

/// libarchive composes names marked as UTF-8 to NFC, so that two files can become one: `source` hides the marks, so that names stay unchanged. It
/// also hides the archive comment, because libarchive searches for the end record only in the last 16 KiB. Any other file is returned unchanged.
/// Errors: those of the source; cancelled.
Result<ZipNames> zip_names_as_stored(SourcePtr file, const std::stop_token &stop);

/// Converts a name from code page 437, the default of a ZIP from DOS or Windows, as unzip does.
std::string utf8_of_dos_name(std::string_view bytes);

} // namespace cloop
