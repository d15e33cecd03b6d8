// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a file out to its disc.

#pragma once

#include "base/error.h"

#include <stop_token>
#include <string_view>

namespace cloop {

/// fsync() in a thread of its own, which a stop leaves behind with a descriptor of its own, because a slow disc takes minutes and can't be
/// interrupted. Without a possible stop, in this thread. `name`: for messages. Errors: cancelled; write_failed, no_space, …; system.
Status sync_to_disc(int fd, const std::stop_token &stop, std::string_view name);

} // namespace cloop
