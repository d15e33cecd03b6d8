// SPDX-License-Identifier: GPL-3.0-or-later
// The names in a ZIP archive, as they are stored.

#pragma once

#include "base/byte_source.h"

#include <stop_token>
#include <string>

namespace cloop {

struct ZipNames {
    SourcePtr source;          ///< the archive, for libarchive
    bool are_of_dos = false;   ///< names that are not UTF-8 are in code page 437
    bool is_empty = false;     ///< a ZIP that is nothing but its end record
};

/// libarchive composes the letters of names that are marked as UTF-8 (to NFC), so that two files can become one: in `source` the mark is
/// off, and the bytes come out as they are. It ends behind the end record, which libarchive looks for in the last 16 KiB alone: a comment may be
/// longer. Any other file is given back as it is.
/// Errors: those of the source; cancelled.
Result<ZipNames> zip_names_as_stored(SourcePtr file, const std::stop_token &stop);

/// Pre: the bytes are in code page 437, which a ZIP of DOS or Windows uses where nothing else is said. As unzip does it; what unzip takes from
/// Unix as it is stays as it is.
std::string utf8_of_dos_name(std::string_view bytes);

} // namespace cloop
