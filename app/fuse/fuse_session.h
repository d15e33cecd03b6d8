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
        std::function<void()> on_hangup{};  ///< at each SIGHUP, in a thread of its own
    };

    /// Mounts at a folder, or takes over /dev/fd/N, an open /dev/fuse whose mount someone else has made. Errors: fuse_missing, no_permission,
    /// not_found, system. libfuse writes its own words to stderr.
    static Result<std::unique_ptr<Session>> mount(std::function<std::unique_ptr<ServedTree>()> make_tree, const std::string &mountpoint,
                                                  const Options &options);
    ~Session();

    /// Goes to the background unless `foreground`, and serves until the mount is gone, or SIGTERM or SIGINT. The tree is made after that fork, so
    /// that it may know this process's number. Errors: system.
    Status serve(bool foreground);

    /// Whether the request that this thread serves has been given up by its reader, or serving has ended.
    static bool has_given_up();

private:
    Session() = default;
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace cloop::fuse
