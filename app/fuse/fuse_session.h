// SPDX-License-Identifier: GPL-3.0-or-later
// Serves a tree to the kernel by libfuse's low-level API.

#pragma once

#include "served_tree.h"

#include "base/error.h"

#include <functional>
#include <memory>
#include <string>

namespace cloop::fuse {

/// The FUSE session of this process.
class Session {
public:
    struct Options {
        std::string source;         ///< shown in the first column of /proc/mounts
        std::string mount_options;  ///< for libfuse, separated by commas; may be empty
        std::function<void()> on_hangup{}, on_continue{};  ///< at each SIGHUP and SIGCONT, in a thread of their own; may throw
    };

    /// Mounts at an empty folder, or takes over /dev/fd/N, an open /dev/fuse whose mount someone else has made. From then on the signals that it
    /// knows wait for serve(). Errors: fuse_missing, no_permission, not_found, not_a_directory, folder_not_empty, system. For the last libfuse
    /// or fusermount3 writes its own words to stderr.
    static Result<std::unique_ptr<Session>> mount(std::function<std::unique_ptr<ServedTree>()> make_tree, const std::string &mountpoint,
                                                  const Options &options);
    ~Session();

    /// Goes to the background unless `foreground`, and serves until the mount is gone, or SIGTERM or SIGINT. The tree is made after that fork, so
    /// that it may know this process's number. Errors: system.
    Status serve(bool foreground);

private:
    Session() = default;
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace cloop::fuse
