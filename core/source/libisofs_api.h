// SPDX-License-Identifier: GPL-3.0-or-later
// libisofs: its header, declarations that it hides from C++, and conversion of its errors.

#pragma once

#include "base/error.h"

// Makes libisofs define burn_source itself.
#define LIBISOFS_WITHOUT_LIBBURN
// Not <libisofs/libisofs.h>, because that may be an older one of the system.
#include <libisofs.h>

// libisofs's header hides this from C++ because of a member `class`, and asks for a copy with the same layout.
struct iso_stream {
    IsoStreamIface *methods;
    int refcount;
    void *data;
};

namespace cloop {

/// Converts a libisofs error about `name`. Codes: out_of_memory, link_too_long, tree_refused with libisofs's message.
Error libisofs_error(int code, const std::string &name);

/// Initialises libisofs once per process: messages off, names in UTF-8 whatever the locale. Errors: library_too_old, tree_refused.
Status start_libisofs();

} // namespace cloop
