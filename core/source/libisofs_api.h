// SPDX-License-Identifier: GPL-3.0-or-later
// libisofs: its header, what that hides from C++, and its errors as ours.

#pragma once

#include "base/error.h"

// With it, libisofs defines the burn_source that it hands out by itself.
#define LIBISOFS_WITHOUT_LIBBURN
// Not <libisofs/libisofs.h>, which an older one of the system may be.
#include <libisofs.h>

// libisofs names a member `class`, so its header hides this from C++ and asks for a copy with the same layout.
struct iso_stream {
    IsoStreamIface *methods;
    int refcount;
    void *data;
};

namespace cloop {

/// What libisofs refused, of `name`. Codes: out_of_memory, link_too_long, tree_refused with libisofs's words.
Error libisofs_error(int code, const std::string &name);

/// libisofs keeps its state in the process: started once, its messages off, names in UTF-8 whatever the locale. Error: tree_refused.
Status start_libisofs();

} // namespace cloop
