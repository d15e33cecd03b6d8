// SPDX-License-Identifier: GPL-3.0-or-later
// Notices that something was mounted, unmounted, attached or detached.

#pragma once

#include "base/error.h"
#include "base/unique_fd.h"

namespace cloop {

/// Used by one thread at a time.
class AttachmentWatch {
public:
    /// Error: system.
    static Result<AttachmentWatch> make();

    /// Becomes readable when attachments() may have changed.
    int fd() const { return poll_.get(); }

    /// Makes fd() unreadable again. Call it before attachments(), so that no change is missed.
    void acknowledge();

private:
    UniqueFd poll_;    ///< epoll of both
    UniqueFd mounts_;  ///< /proc/self/mounts
    UniqueFd events_;  ///< the kernel's uevents
};

} // namespace cloop
