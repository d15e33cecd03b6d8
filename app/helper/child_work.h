// SPDX-License-Identifier: GPL-3.0-or-later
// Work that may wait for ever, in a child with a time limit. Reading a file can take as long as the caller likes, who may be its file system.

#pragma once

#include "owned.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace cloop::helper {

/// Why something was not done: an error of helper_names.h, and a text for logs. Both are constants of the program, so that a child can pass them on.
struct Refusal {
    const char *name = nullptr;  ///< nullptr: it was done
    const char *text = "";
};

struct Outcome {
    Refusal refusal;
    int device = -1;  ///< the N of a /dev/cloopN that was attached
    Descriptor open;  ///< of it
};

class ChildWork {
public:
    using Work = std::function<Outcome()>;
    /// `outcome`: nullptr if the child died without one.
    using Ended = std::function<void(Outcome *outcome)>;

    /// The child has only the descriptors of `kept`. `late` is called when `limit` microseconds are over and the child is killed; `ended` when it is
    /// gone, which a kernel that waits for the file can delay. Null if there is no child.
    static std::unique_ptr<ChildWork> start(sd_event *event, const std::vector<int> &kept, std::uint64_t limit, const Work &work,
                                            std::function<void()> late, Ended ended);

    /// Kills it. `ended` is called nevertheless.
    void stop();

private:
    static int on_late(sd_event_source *source, std::uint64_t time, void *self);
    static int on_end(sd_event_source *source, const siginfo_t *info, void *self);

    pid_t pid_ = 0;
    Descriptor result_;
    std::function<void()> late_;
    Ended ended_;
    EventSource timer_, child_;
};

}  // namespace cloop::helper
