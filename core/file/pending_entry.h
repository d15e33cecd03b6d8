// SPDX-License-Identifier: GPL-3.0-or-later
// Something new in a folder that gets its name when it is whole.

#pragma once

#include "base/error.h"
#include "base/unique_fd.h"

#include <sys/types.h>

#include <string>

namespace cloop {

enum class Replace : bool { no, yes };

/// A file has no name where the file system knows that (O_TMPFILE): then even SIGKILL leaves nothing. Anything else has a temporary
/// name, which goes with the object. Attributes are set through fd(), never by name: in a folder that belongs to another user, he may
/// put something else under the name meanwhile. `folder`: any descriptor of one; stays the caller's and outlives this.
/// Errors have no subject.
class PendingEntry {
public:
    /// `mode`: permission bits before the umask.
    static Result<PendingEntry> file(int folder, mode_t mode);
    static Result<PendingEntry> symlink(int folder, const std::string &target);
    /// A device, pipe or socket. `type`: S_IFCHR and so on; with permissions 0600.
    static Result<PendingEntry> node(int folder, mode_t type, dev_t device);
    /// One more name of the file `to`.
    static PendingEntry link(int folder, UniqueFd to) { return {folder, std::move(to), {}}; }

    PendingEntry(PendingEntry &&other) noexcept
        : folder_(other.folder_), fd_(std::move(other.fd_)), temporary_(std::exchange(other.temporary_, {})) {}
    PendingEntry &operator=(PendingEntry &&) = delete;
    ~PendingEntry();

    /// Of a file open for reading and writing, of anything else with O_PATH. -1 where it may no longer be what was made.
    int fd() const { return fd_.get(); }

    /// Puts it under `name` in its folder, and with Replace::yes in place of what is there. Errors: already_exists, write_failed, …
    Status give_name(const std::string &name, Replace replace);

private:
    PendingEntry(int folder, UniqueFd fd, std::string temporary) : folder_(folder), fd_(std::move(fd)), temporary_(std::move(temporary)) {}
    void open_again(mode_t type, dev_t device);
    Status rename_to(const std::string &name, Replace replace);

    int folder_;
    UniqueFd fd_;
    std::string temporary_;  ///< empty: without a name
};

/// A temporary file without a name, in `folder`; it goes with its descriptor.
Result<UniqueFd> unnamed_file(const std::string &folder);

} // namespace cloop
